import { type Attribute, type Network, wholeAttribute, wholesAttribute } from "./onnx";

/**
 * The reader says of each slice of a line how likely each of 6,625 characters is: 100 MB a page. Here it keeps the
 * likeliest one, how likely it is, and how likely a space is, which is the last.
 */
export function keepLikeliest(network: Network, kinds: number): void {
  const [{ name } = { name: "" }] = network.outputs.splice(0);
  const keep = (type: string, output: string, ...attributes: Attribute[]) => {
    network.nodes.push({ type, inputs: [name], outputs: [output], attributes });
    network.outputs.push({ name: output, kind: type === "ArgMax" ? "int64" : "float" });
  };
  keep("ArgMax", "kind", wholeAttribute("axis", 2), wholeAttribute("keepdims", 0));
  keep("ReduceMax", "likelihood", wholesAttribute("axes", [2]), wholeAttribute("keepdims", 0));
  const last = [wholesAttribute("axes", [2]), wholesAttribute("starts", [kinds - 1]), wholesAttribute("ends", [kinds])];
  keep("Slice", "space", ...last);
}
