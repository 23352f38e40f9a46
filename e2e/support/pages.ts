import { expect, type Page } from "@playwright/test";
import { hostileFiles } from "../../lib/testing/hostile-files";
import { docxFile, pdfFile, txtFile } from "../../lib/testing/resume-files";
import { makeSpeechWav } from "../../lib/testing/transcription-server";
import type { Api } from "./api";
import { heldInterview, type Scenario, screenedPosition } from "./scenario";

export type Content = Scenario & { interviews: { planned: string; live: string; over: string }; videoId: string };

/** Every page of the workspace, with what shows that it is there. */
export function pages(content: Content): [string, string][] {
  const { positionId, resumeIds, applicationIds, batchId, interviews, videoId } = content;
  return [
    ["/", "h1"],
    ["/resumes", "tbody tr"],
    ["/resumes?q=java", "tbody tr"],
    ["/resumes?q=nothing-like-it", "main p"],
    [`/resumes/${resumeIds[0]}`, "canvas"],
    [`/resumes/${resumeIds[2]}`, "section"],
    ["/positions", "tbody tr"],
    ["/positions/new", "form"],
    [`/positions/${positionId}`, "form"],
    [`/positions/${positionId}/board`, "tbody tr"],
    [`/positions/${positionId}/board?application=${applicationIds[0]}`, "[role=dialog] textarea"],
    ["/screening", "tbody tr"],
    [`/screening/${batchId}`, "tbody tr"],
    ["/interviews", "tbody tr"],
    [`/interviews/${interviews.planned}`, "ol textarea"],
    [`/interviews/${interviews.live}/live`, "h1"],
    [`/interviews/${interviews.over}`, "dl"],
    [`/recommendations/${applicationIds[0]}`, "dl"],
    [`/positions/${positionId}/finalists`, "h1"],
    [`/positions/${positionId}/reports`, "form"],
    ["/letters", "main p"],
    ["/docs/api", "details"],
    ["/figures", "tbody tr"],
    ["/figures/list?figure=funnel&of=applied", "tbody tr"],
    ["/figures/calls?month=2026-11&task=summary&model=none", "main p"],
    ["/videos", "tbody tr"],
    [`/videos/${videoId}`, "video"],
    ["/settings/people", "#users"],
    ["/settings/model", "#model"],
    ["/settings/recording", "#recording"],
    ["/settings/access", "#tokens"],
    ["/settings/letters", "#templates"],
    ["/settings/system", "#health"],
    [`/resumes/${resumeIds[0]}?tab=privacy`, "h2"],
    ["/settings/audit", "tbody tr"],
    ["/settings/privacy", "#retention"],
    ["/account", "#sessions"],
  ];
}

/** What the pages need to have something on them. */
export async function makeContent(api: Api): Promise<Content> {
  const scenario = await screenedPosition(api, { files: [pdfFile(1), docxFile(2), txtFile(3)] });
  const bad = hostileFiles().find(({ name }) => name === "broken.pdf");
  if (bad) await api.upload(bad.name, bad.bytes);
  const [planned, live, over] = await Promise.all(
    (["planned", "live", "over"] as const).map((stage) => heldInterview(api, scenario, stage)),
  );
  if (!planned || !live || !over) throw new Error("No interviews");
  await api.call("POST", `/api/v1/applications/${scenario.applicationIds[0]}/recommendation`);
  const recording = {
    name: "one.wav",
    mimeType: "audio/wav",
    buffer: makeSpeechWav([{ silence: 0, speech: 1 }], 16_000),
  };
  const whose = { candidate_name: "Jane Miller", position_applied: "Backend engineer" };
  const { id: videoId } = await (await api.form("/video-analysis/", { video_file: recording, ...whose })).json();
  const words = Buffer.from("Candidate: I split the order system.");
  await api.call("PUT", `/api/v1/videos/${videoId}/transcript`, words, { "content-type": "text/plain" });
  // Of a page that is looked at for jumping, nothing is still being made.
  const analysed = async () => (await api.json<{ state: string }>("GET", `/api/v1/videos/${videoId}`)).state;
  await expect.poll(analysed, { timeout: 60_000 }).toBe("completed");
  return { ...scenario, interviews: { planned, live, over }, videoId };
}

export async function open(page: Page, path: string, sign: string) {
  await page.goto(path);
  await expect(page.locator(sign).first(), path).toBeVisible();
  await page.waitForLoadState("networkidle");
}
