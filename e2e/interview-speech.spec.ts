import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeSpeechWav } from "../lib/testing/transcription-server";
import { expect, test } from "./fixtures";
import { heldInterview, screenedPosition } from "./support/scenario";

// What the browser's microphone hears: two things said, and then nothing for long.
test.use({
  browser: async ({ playwright, launchOptions }, use) => {
    const wav = join(process.env.E2E_FILES ?? "", "..", "speech.wav");
    const said = [
      { silence: 2, speech: 1.4 },
      { silence: 1.5, speech: 3.4 },
    ];
    await writeFile(wav, makeSpeechWav([...said, { silence: 30, speech: 0.1 }]));
    const fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
    const args = [...(launchOptions.args ?? []), ...fake, `--use-file-for-fake-audio-capture=${wav}%noloop`];
    const browser = await playwright.chromium.launch({ ...launchOptions, args });
    await use(browser);
    await browser.close();
  },
});

test("speech becomes text as it is said, utterance by utterance", async ({ page, api }) => {
  const recruiter = api("recruiter");
  const scenario = await screenedPosition(recruiter);
  const id = await heldInterview(recruiter, scenario, "live");
  await page.goto(`/interviews/${id}/live`);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Listen by microphone" }).click();
  await expect(page.getByText("Listening", { exact: true })).toBeVisible();
  const question = page.getByRole("region", { name: "Current question" });
  await expect(question).toContainText("I worked on the order system.", { timeout: 15_000 });
  await expect(question).toContainText("I cut the time from 800 ms to 120 ms.", { timeout: 15_000 });
  await expect(question).toContainText("In the room");
  await page.getByRole("button", { name: "Stop listening" }).click();
  await expect(page.getByRole("button", { name: "Listen by microphone" })).toBeVisible();
});
