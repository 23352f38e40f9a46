import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { writeWav } from "../lib/testing/transcription-server";
import type { VideoDetail } from "../lib/video/schema";
import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { screenedPosition } from "./support/scenario";

test.use({ expectedErrors: [/400|415/] });

const poor = `WEBVTT

00:00:00.200 --> 00:00:00.900
<v Jane Miller>I split the order system.
`;
const said = [
  ["Interviewer", "Please tell me about your work."],
  ["Jane", "I joined Northwind Systems in 2012, and I am a senior backend engineer there, in the order team."],
  ["Jane", "I built the order service in Java, and I cut the time to answer from 800 ms to 120 ms."],
  ["Interviewer", "How did you keep it consistent?"],
  ["Jane", "I used Spring Boot and wrote an outbox, because messages were lost when the broker was restarted."],
  ["Jane", "Before that I worked at Contoso, and I graduated in 2015 with a bachelor degree from Munich."],
];
const vtt = `WEBVTT\n\n${said
  .map(([who, text], index) => `00:00.${index * 3}00 --> 00:00.${index * 3 + 2}00\n<v ${who}>${text}\n`)
  .join("\n")}`.replace(/00:00\.(1)([0-9])00/g, "00:01.$200");

test("a recording is added, played, read along and deleted", async ({ page, api }) => {
  await screenedPosition(api("recruiter"));
  await page.goto("/videos");
  await openUpload(page);
  const upload = async (name: string, buffer: Buffer) => {
    await page.getByLabel("File").setInputFiles({ name, mimeType: "video/webm", buffer });
    await page.getByRole("button", { name: "Upload", exact: true }).click();
  };
  await upload("no-video.webm", Buffer.from("<html></html>".repeat(20)));
  await expect(page.getByRole("alert").first()).toContainText("This is no recording that can be played");
  await upload("interview.webm", await record(page));
  await expect(page).toHaveURL(/\/videos\/[0-9a-f-]+$/);

  await expect(page.getByText("there is no transcript yet")).toBeVisible();
  const player = page.locator("video");
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  // What was drawn of it in this browser is what the player shows before it plays.
  expect(await pictureWidth(page, await player.evaluate((video: HTMLVideoElement) => video.poster))).toBe(160);
  expect(await findAxeProblems(page)).toEqual([]);
  const give = page.getByLabel("Give a transcript");
  await give.setInputFiles({ name: "empty.vtt", mimeType: "text/vtt", buffer: Buffer.from("  ") });
  await expect(page.getByRole("alert").first()).toContainText("There are no words in this file");
  await give.setInputFiles({ name: "words.vtt", mimeType: "text/vtt", buffer: Buffer.from(poor) });
  await expect(page.getByText("The transcript is too poor to judge by")).toBeVisible();
  await expect(page.getByText(/Too little was said/)).toBeVisible();
  await page
    .getByLabel("Replace", { exact: true })
    .setInputFiles({ name: "words.vtt", mimeType: "text/vtt", buffer: Buffer.from(vtt) });
  await expect(page.getByText("The transcript is good enough")).toBeVisible();

  const consistency = page.getByRole("region", { name: "Said and written" });
  await expect(consistency).toContainText(/1 of \d+ claims that could be checked conflict/);
  await expect(consistency).toContainText("Says to have joined");
  await consistency
    .getByRole("button", { name: /Mar 2019/ })
    .first()
    .click();
  await expect(page.locator("[data-mark]").first()).toContainText("Mar 2019");
  await page.getByRole("tab", { name: "What was said" }).click();
  const lines = page.getByRole("list", { name: "What was said" }).getByRole("listitem");
  const line = lines.filter({ hasText: "How did you keep it consistent" });
  await line.getByRole("button", { name: "Play from" }).click();
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThanOrEqual(0.8);
  const timeLine = page.getByRole("region", { name: "Time line" });
  await timeLine.getByRole("button", { name: /^Conflict/ }).click();
  await expect(timeLine.getByRole("button", { name: /^Question/ })).toHaveCount(2);
  await page.getByLabel("Search what was said").fill("broker");
  await expect(line).toHaveCount(0);
  const found = lines.filter({ hasText: "because messages were lost" });
  // A word plays from where it stands in its line.
  const { right, middle } = await found.locator("[data-words]").evaluate((words) => {
    const box = words.getClientRects()[0];
    return { right: (box?.right ?? 0) - 4, middle: ((box?.top ?? 0) + (box?.bottom ?? 0)) / 2 };
  });
  await page.mouse.click(right, middle);
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThanOrEqual(1.22);
  expect(await findAxeProblems(page)).toEqual([]);

  await page.getByLabel("Search what was said").fill("");
  await page
    .getByRole("listitem")
    .filter({ hasText: "I joined Northwind" })
    .last()
    .getByRole("button", { name: /^Change/ })
    .click();
  await page
    .getByLabel("What was said", { exact: true })
    .last()
    .fill("I joined Northwind Systems in 2019 as an engineer.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(consistency).toContainText(/0 of \d+ claims/);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await findAxeProblems(page)).toEqual([]);

  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No recordings yet")).toBeVisible();
});

test("an MP4 as this browser's recorder makes it is read, played and has its picture", async ({ page, api }) => {
  await screenedPosition(api("recruiter"));
  await page.goto("/videos");
  const mp4 = await record(page, "video/mp4;codecs=vp9,opus");
  expect(mp4.toString("latin1", 4, 8)).toBe("ftyp");
  await openUpload(page);
  // Its name lies about what it is.
  await page.getByLabel("File").setInputFiles({ name: "interview.webm", mimeType: "video/webm", buffer: mp4 });
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page).toHaveURL(/\/videos\/[0-9a-f-]+$/);
  await expect(page.getByText("there is no transcript yet")).toBeVisible();
  const player = page.locator("video");
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(160);
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.duration)).toBeGreaterThan(1);
  expect(await pictureWidth(page, await player.evaluate((video: HTMLVideoElement) => video.poster))).toBe(160);
  const id = page.url().split("/").at(-1);
  const { kind, facts, durationSeconds } = await api("recruiter").json<VideoDetail>("GET", `/api/v1/videos/${id}`);
  expect(kind).toBe("mp4");
  expect(facts?.tracks.map(({ codec }) => codec).sort()).toEqual(["opus", "vp9"]);
  expect(durationSeconds).toBeGreaterThan(1);
});

test.describe("over a bad connection", () => {
  test.use({ expectedErrors: [/ERR_CONNECTION_RESET|ERR_INTERNET_DISCONNECTED/] });
  test("an upload goes on where it was cut, also after the page was closed, while another one runs", async ({
    page,
    context,
    api,
  }, testInfo) => {
    await screenedPosition(api("recruiter"));
    // Three parts and a bit, that differ.
    const loud = (from: number) =>
      writeWav(
        Float32Array.from({ length: 6_200_000 }, (_, at) => Math.sin((from + at) / 99)),
        48_000,
      );
    const files = [testInfo.outputPath("one.wav"), testInfo.outputPath("two.wav")] as const;
    for (const [index, file] of files.entries()) await writeFile(file, loud(index * 1000));
    const sent: string[] = [];
    page.on("requestfinished", (request) => {
      if (request.method() === "PUT") sent.push(new URL(request.url()).pathname.split("/").slice(-3).join("/"));
    });
    await page.route(/parts\/1$/, (route) => route.abort("connectionreset"));
    await page.goto("/videos");
    await openUpload(page);
    await page.getByLabel("File").setInputFiles(files[0]);
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await expect.poll(() => sent.length).toBe(1);
    const share = async () => Number(await page.getByRole("progressbar").getAttribute("aria-valuenow"));
    await expect.poll(share).toBeGreaterThan(0);

    const other = await context.newPage();
    await other.goto("/videos");
    await openUpload(other);
    await other.getByLabel("File").setInputFiles(files[1]);
    await page.goto("/resumes");
    await page.unroute(/parts\/1$/);
    await page.goto("/videos");
    await openUpload(page);
    await page.getByLabel("File").setInputFiles(files[0]);
    await Promise.all([page, other].map((one) => one.getByRole("button", { name: "Upload", exact: true }).click()));
    for (const one of [page, other]) await expect(one).toHaveURL(/\/videos\/[0-9a-f-]+$/, { timeout: 30_000 });
    expect(sent.filter((path) => path.endsWith("/parts/0"))).toHaveLength(1);
    expect(sent.filter((path) => /\/parts\/[123]$/.test(path))).toHaveLength(3);
    for (const [index, one] of [page, other].entries()) {
      const file = await api("recruiter").call("GET", `/api/v1/videos/${one.url().split("/").at(-1)}/file`);
      expect((await file.body()).equals(await readFile(files[index] ?? ""))).toBe(true);
    }
  });
});

async function openUpload(page: Page) {
  await page.getByRole("button", { name: "Add a recording" }).first().click();
  await page.getByLabel("Position").selectOption("Backend engineer");
  await expect(page.getByRole("option", { name: "Jane Miller" })).toHaveCount(1);
  await page.getByLabel("Candidate", { exact: true }).selectOption("Jane Miller");
}

function pictureWidth(page: Page, address: string): Promise<number> {
  return page.evaluate(async (src) => {
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    return picture.naturalWidth;
  }, address);
}

/** Two seconds of a picture that changes and a tone, as this browser records them. */
async function record(page: Page, mimeType = "video/webm"): Promise<Buffer> {
  const base64 = await page.evaluate(async (mimeType) => {
    const canvas = document.createElement("canvas");
    canvas.width = 160;
    canvas.height = 90;
    const pen = canvas.getContext("2d");
    const sound = new AudioContext();
    const tone = sound.createOscillator();
    const ear = sound.createMediaStreamDestination();
    tone.connect(ear);
    tone.start();
    const stream = new MediaStream([...canvas.captureStream(10).getTracks(), ...ear.stream.getTracks()]);
    const recorder = new MediaRecorder(stream, { mimeType });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start(200);
    for (let step = 0; step < 20; step += 1) {
      if (pen) {
        pen.fillStyle = `hsl(${step * 18} 80% 50%)`;
        pen.fillRect(0, 0, 160, 90);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, mimeType);
  return Buffer.from(base64, "base64");
}
