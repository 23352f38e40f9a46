import { type Field, float, message, readFields, text, whole, writeFields } from "./protobuf";

/*
 * As much of ONNX's file format as folding layers takes: nodes with inputs and outputs by name, and tensors of floats.
 */
export type Node = { type: string; inputs: string[]; outputs: string[]; attributes: Attribute[] };
export type Attribute = { name: string; field: Field };
export type Tensor = { dims: number[]; values: Float32Array };
export type Output = { name: string; kind: "float" | "int64" };
export type Network = { nodes: Node[]; constants: Map<string, Tensor>; outputs: Output[]; write(): Uint8Array };

const [modelGraph, graphNode, graphOutput] = [7, 1, 12];
const [valueName, valueType] = [1, 2];
const [nodeInput, nodeOutput, nodeType, nodeAttribute] = [1, 2, 4, 5];
const [attributeName, attributeFloat, attributeInt, attributeTensor, attributeInts, attributeKind] = [
  1, 2, 3, 5, 8, 20,
];
const [tensorDims, tensorType, tensorBytes] = [1, 2, 9];
const floats = 1;
const int64s = 7;

export function readNetwork(bytes: Uint8Array): Network {
  const model = readFields(bytes);
  const graph = readFields(bytesOf(model.find(({ number }) => number === modelGraph)));
  const constants = new Map<string, Tensor>();
  const nodes: Node[] = [];
  for (const field of graph) {
    if (field.number !== graphNode) continue;
    const node = readNode(field);
    const constant = node.type === "Constant" ? readTensor(node) : null;
    if (constant) constants.set(node.outputs[0] ?? "", constant);
    else nodes.push(node);
  }
  const outputs = graph
    .filter(({ number }) => number === graphOutput)
    .map((field): Output => ({ name: textOf(readFields(bytesOf(field)).find(isName)), kind: "float" }));
  const others = graph.filter(({ number }) => number !== graphNode && number !== graphOutput);
  return {
    nodes,
    constants,
    outputs,
    write() {
      const used = new Set(nodes.flatMap(({ inputs }) => inputs));
      const written = [
        ...[...constants].filter(([name]) => used.has(name)).map(([name, tensor]) => writeConstant(name, tensor)),
        ...nodes.map(writeNode),
      ];
      const changed = message(modelGraph, [...written, ...others, ...outputs.map(writeOutput)]);
      return writeFields(model.map((field) => (field.number === modelGraph ? changed : field)));
    },
  };
}

const isName = ({ number }: Field) => number === valueName;

function writeOutput({ name, kind }: Output): Field {
  const tensor = message(1, [whole(1, kind === "float" ? floats : int64s)]);
  return message(graphOutput, [text(valueName, name), message(valueType, [tensor])]);
}

function readNode(field: Field): Node {
  const fields = readFields(bytesOf(field));
  const texts = (wanted: number) => fields.filter(({ number }) => number === wanted).map(textOf);
  const attributes = fields
    .filter(({ number }) => number === nodeAttribute)
    .map((attribute) => ({
      name: textOf(readFields(bytesOf(attribute)).find(({ number }) => number === attributeName)),
      field: attribute,
    }));
  return { type: texts(nodeType)[0] ?? "", inputs: texts(nodeInput), outputs: texts(nodeOutput), attributes };
}

function writeNode({ type, inputs, outputs, attributes }: Node): Field {
  return message(graphNode, [
    ...inputs.map((name) => text(nodeInput, name)),
    ...outputs.map((name) => text(nodeOutput, name)),
    text(nodeType, type),
    ...attributes.map(({ field }) => field),
  ]);
}

/** Null for a constant that is no tensor of floats. */
function readTensor({ attributes }: Node): Tensor | null {
  const [attribute] = attributes;
  const tensor = attribute && readFields(bytesOf(attribute.field)).find(({ number }) => number === attributeTensor);
  if (!tensor) return null;
  const fields = readFields(bytesOf(tensor));
  const raw = fields.find(({ number }) => number === tensorBytes);
  if (!raw || fields.find(({ number }) => number === tensorType)?.value !== floats) return null;
  const dims = fields.flatMap(({ number, value }) =>
    number === tensorDims && typeof value === "number" ? [value] : [],
  );
  return { dims, values: new Float32Array(Uint8Array.from(bytesOf(raw)).buffer) };
}

function writeConstant(name: string, { dims, values }: Tensor): Field {
  const tensor = message(attributeTensor, [
    ...dims.map((dim) => whole(tensorDims, dim)),
    whole(tensorType, floats),
    { number: tensorBytes, kind: 2, value: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) },
  ]);
  const attribute = message(nodeAttribute, [text(attributeName, "value"), tensor, whole(attributeKind, 4)]);
  return writeNode({
    type: "Constant",
    inputs: [],
    outputs: [name],
    attributes: [{ name: "value", field: attribute }],
  });
}

export function floatAttribute(name: string, value: number): Attribute {
  const field = message(nodeAttribute, [
    text(attributeName, name),
    float(attributeFloat, value),
    whole(attributeKind, 1),
  ]);
  return { name, field };
}

export function wholeAttribute(name: string, value: number): Attribute {
  const field = message(nodeAttribute, [
    text(attributeName, name),
    whole(attributeInt, value),
    whole(attributeKind, 2),
  ]);
  return { name, field };
}

export function wholesAttribute(name: string, values: readonly number[]): Attribute {
  const field = message(nodeAttribute, [
    text(attributeName, name),
    ...values.map((value) => whole(attributeInts, value)),
    whole(attributeKind, 7),
  ]);
  return { name, field };
}

/** The whole numbers of an attribute; none where the node does not have it. */
export function wholeNumbers({ attributes }: Node, name: string): number[] {
  const attribute = attributes.find((candidate) => candidate.name === name);
  if (!attribute) return [];
  return readFields(bytesOf(attribute.field)).flatMap(({ number, value }) =>
    number === attributeInts && typeof value === "number" ? [value] : [],
  );
}

function bytesOf(field: Field | undefined): Uint8Array {
  return field?.value instanceof Uint8Array ? field.value : new Uint8Array();
}

function textOf(field: Field | undefined): string {
  return Buffer.from(bytesOf(field)).toString();
}
