import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ReportContent } from "../blocks";
import { renderPdf } from "./render-pdf";

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
const fonts = {
  regular: join(folder, "400Regular", "NotoSansSC_400Regular.ttf"),
  medium: join(folder, "500Medium", "NotoSansSC_500Medium.ttf"),
};

/** The task a worker thread runs; bundled to dist/report-worker.mjs. A default export because piscina calls it. */
export default function reportTask(content: ReportContent): Promise<Uint8Array> {
  return renderPdf(content, fonts);
}
