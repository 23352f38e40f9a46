import { floatAttribute, type Network, type Node, type Tensor, wholeNumbers } from "./onnx";

/**
 * PaddleOCR's networks multiply and add single numbers before and after each activation, and spell the activation out
 * in four steps; more than half of the time goes into these. Here the numbers are folded into the weights of the
 * layers around, and the activation takes two steps: the same results but for rounding.
 */
export function foldLayers(network: Network): void {
  for (const conv of network.nodes.filter(({ type }) => type === "Conv")) {
    const graph = new Links(network);
    foldAfter(graph, conv);
  }
  shortenActivations(new Links(network));
  for (const activation of network.nodes.filter(({ type }) => type === "HardSigmoid")) {
    const graph = new Links(network);
    foldBefore(graph, activation);
  }
}

/** Who makes and who takes a value. */
class Links {
  readonly takers = new Map<string, Node[]>();
  constructor(readonly network: Network) {
    for (const node of network.nodes) {
      for (const input of node.inputs) this.takers.set(input, [...(this.takers.get(input) ?? []), node]);
    }
  }

  /** The only node that takes a value, if it is of this type and its other input is one number. */
  scalar(value: string, type: string): { node: Node; by: number; output: string } | null {
    const [node, ...others] = this.takers.get(value) ?? [];
    if (!node || others.length > 0 || node.type !== type) return null;
    const by = this.network.constants.get(node.inputs.find((input) => input !== value) ?? "");
    return by?.values.length === 1 ? { node, by: by.values[0] ?? 0, output: node.outputs[0] ?? "" } : null;
  }

  remove(...gone: Node[]): void {
    const { nodes } = this.network;
    nodes.splice(0, nodes.length, ...nodes.filter((node) => !gone.includes(node)));
  }
}

function foldAfter(graph: Links, conv: Node): void {
  const times = graph.scalar(conv.outputs[0] ?? "", "Mul");
  const plus = times && graph.scalar(times.output, "Add");
  if (!plus) return;
  scaleWeights(graph.network, conv, times.by);
  const bias = biasOf(graph.network, conv);
  bias.values = bias.values.map((value) => value * times.by + plus.by);
  conv.outputs = [plus.output];
  graph.remove(times.node, plus.node);
}

function scaleWeights({ constants }: Network, conv: Node, by: number): void {
  const weights = constants.get(conv.inputs[1] ?? "");
  if (weights) weights.values = weights.values.map((value) => value * by);
}

function biasOf({ constants }: Network, conv: Node): Tensor {
  const name = conv.inputs[2] ?? `${conv.outputs[0]}.bias`;
  conv.inputs[2] = name;
  const count = constants.get(conv.inputs[1] ?? "")?.dims[0] ?? 0;
  const bias = constants.get(name) ?? { dims: [count], values: new Float32Array(count) };
  constants.set(name, bias);
  return bias;
}

/** x · clip(x + 3, 0, 6) / 6 is x · HardSigmoid(x). */
function shortenActivations(graph: Links): void {
  for (const clip of graph.network.nodes.filter(({ type }) => type === "Clip")) {
    const add = graph.network.nodes.find(({ type, outputs }) => type === "Add" && outputs[0] === clip.inputs[0]);
    const value = add?.inputs.find((input) => !graph.network.constants.has(input));
    const [times] = graph.takers.get(clip.outputs[0] ?? "") ?? [];
    const divide = times && graph.scalar(times.outputs[0] ?? "", "Div");
    if (!add || !value || !divide || !times.inputs.includes(value) || times.type !== "Mul") continue;
    Object.assign(clip, {
      type: "HardSigmoid",
      inputs: [value],
      attributes: [floatAttribute("alpha", 1 / 6), floatAttribute("beta", 0.5)],
    });
    times.outputs = divide.node.outputs;
    graph.remove(add, divide.node);
  }
}

/** What is multiplied and added after an activation, if all that take the result are layers with weights. */
function foldBefore(graph: Links, activation: Node): void {
  const [product] = graph.takers.get(activation.outputs[0] ?? "") ?? [];
  if (product?.type !== "Mul") return;
  const times = graph.scalar(product.outputs[0] ?? "", "Mul");
  const plus = times && graph.scalar(times.output, "Add");
  const convs = plus ? (graph.takers.get(plus.output) ?? []) : [];
  if (!plus || convs.length === 0 || convs.some(({ type }) => type !== "Conv")) return;
  // Around the picture a layer with padding sees nothing, not what is added.
  const isPadded = convs.some((conv) => wholeNumbers(conv, "pads").some((pad) => pad > 0));
  for (const conv of convs) {
    scaleWeights(graph.network, conv, times.by);
    if (!isPadded) addInput(graph.network, conv, plus.by / times.by);
  }
  graph.remove(times.node);
  if (isPadded) {
    const channels = graph.network.constants.get(convs[0]?.inputs[1] ?? "")?.dims[0] ?? 0;
    const each = (role: string, value: number) => {
      const name = `${plus.output}.${role}`;
      graph.network.constants.set(name, { dims: [channels], values: new Float32Array(channels).fill(value) });
      return name;
    };
    plus.node.type = "BatchNormalization";
    plus.node.attributes = [floatAttribute("epsilon", 0)];
    plus.node.inputs = [
      product.outputs[0] ?? "",
      each("scale", 1),
      each("shift", plus.by / times.by),
      each("mean", 0),
      each("variance", 1),
    ];
  } else {
    product.outputs = plus.node.outputs;
    graph.remove(plus.node);
  }
}

/** What a layer gives more when each of its inputs is more by this. */
function addInput(network: Network, conv: Node, by: number): void {
  const weights = network.constants.get(conv.inputs[1] ?? "");
  if (!weights) return;
  const bias = biasOf(network, conv);
  const each = weights.values.length / bias.values.length;
  bias.values = bias.values.map(
    (value, index) =>
      value + by * weights.values.subarray(index * each, (index + 1) * each).reduce((sum, weight) => sum + weight, 0),
  );
}
