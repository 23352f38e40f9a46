import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Picture } from "../../charts/shapes";
import { serveTasks } from "../../process-pool";
import type { ReportContent } from "../blocks";
import { drawPng } from "./draw-png";
import { renderPdf } from "./render-pdf";

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
const fonts = {
  regular: join(folder, "400Regular", "NotoSansSC_400Regular.ttf"),
  medium: join(folder, "500Medium", "NotoSansSC_500Medium.ttf"),
};

// The whole of dist/report-worker.mjs.
serveTasks({
  render: async ({ content }: { content: ReportContent }) => ({ ok: true, bytes: await renderPdf(content, fonts) }),
  draw: async ({ pictures }: { pictures: Picture[] }) => ({
    ok: true,
    images: pictures.map((picture) => drawPng(picture, fonts.regular)),
  }),
});
