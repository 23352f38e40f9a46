import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { screenedPosition } from "./support/scenario";

test.use({ expectedErrors: [/400|415/] });

const vtt = `WEBVTT

00:00:00.200 --> 00:00:00.900
<v Jane Miller>I split the order system.

00:00:01.000 --> 00:00:01.800
Interviewer: How did you keep it consistent?
`;

test("a recording is added, played, read along and deleted", async ({ page, api }) => {
  test.setTimeout(90_000);
  await screenedPosition(api("recruiter"));
  await page.goto("/videos");
  await page.getByRole("button", { name: "Add a recording" }).first().click();
  await page.getByLabel("Position").selectOption("Backend engineer");
  await expect(page.getByRole("option", { name: "Jane Miller" })).toHaveCount(1);
  await page.getByLabel("Candidate").selectOption("Jane Miller");
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
  expect(await findAxeProblems(page)).toEqual([]);
  const give = page.getByLabel("Give a transcript");
  await give.setInputFiles({ name: "empty.vtt", mimeType: "text/vtt", buffer: Buffer.from("  ") });
  await expect(page.getByRole("alert").first()).toContainText("There are no words in this file");
  await give.setInputFiles({ name: "words.vtt", mimeType: "text/vtt", buffer: Buffer.from(vtt) });
  const line = page.getByRole("button", { name: /How did you keep it consistent/ });
  await expect(line).toContainText("Interviewer");
  await line.click();
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThanOrEqual(0.9);
  await page.getByLabel("Search what was said").fill("order system");
  await expect(line).toHaveCount(0);
  await expect(page.getByRole("button", { name: /I split the order system/ })).toContainText("Jane Miller");
  expect(await findAxeProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No recordings yet")).toBeVisible();
});

/** Two seconds of a picture that changes and a tone, as this browser records them. */
async function record(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
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
    const recorder = new MediaRecorder(stream, { mimeType: "video/webm" });
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
  });
  return Buffer.from(base64, "base64");
}
