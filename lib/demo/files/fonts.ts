import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = "node_modules/@expo-google-fonts/noto-sans-sc";
const files = { regular: "400Regular/NotoSansSC_400Regular.ttf", bold: "500Medium/NotoSansSC_500Medium.ttf" };
export type Weight = keyof typeof files;

const loaded = new Map<Weight, Buffer>();

/** A font with Latin and Chinese, 10 MB; a PDF takes in only the characters it needs. */
export function font(weight: Weight): Buffer {
  const known = loaded.get(weight);
  if (known) return known;
  const bytes = readFileSync(join(process.cwd(), folder, files[weight]));
  loaded.set(weight, bytes);
  return bytes;
}
