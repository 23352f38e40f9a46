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

test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });
test("speech becomes text as it is said, without a connection too, and its sound is kept where all agree", async ({
  page,
  context,
  api,
}) => {
  const keep = { keepsInterviewAudio: true };
  expect((await api("admin").call("PATCH", "/api/v1/organisation-settings", keep)).status()).toBe(204);
  const recruiter = api("recruiter");
  const scenario = await screenedPosition(recruiter);
  const id = await heldInterview(recruiter, scenario, "planned");
  await page.goto(`/interviews/${id}`);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByLabel("agreed, by word of mouth").check();
  await page.getByLabel("They also agree to the sound being kept").check();
  await page.getByRole("button", { name: "Start now" }).click();
  await expect(page).toHaveURL(/live$/);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Listen by microphone" }).click();
  await expect(page.getByText("Listening", { exact: true })).toBeVisible();
  const question = page.getByRole("region", { name: "Current question" });
  await expect(question).toContainText("I worked on the order system.", { timeout: 30_000 });
  await expect(question).toContainText("In the room");
  await context.setOffline(true);
  await expect(page.getByText("1 piece of speech waits to be written down.")).toBeVisible({ timeout: 30_000 });
  await expect(question).not.toContainText("I cut the time");
  await context.setOffline(false);
  await expect(question).toContainText("I cut the time from 800 ms to 120 ms.", { timeout: 30_000 });
  await page.getByRole("button", { name: "Finish" }).click();
  const said = page.getByRole("region", { name: "What was said" });
  await expect(said.getByRole("button", { name: "Play what was heard" })).toHaveCount(2);
  const sound = page.waitForResponse(/\/audio\/[-0-9a-f]{36}$/);
  await said.getByRole("button", { name: "Play what was heard" }).first().click();
  expect((await sound).headers()).toMatchObject({ "content-type": "audio/wav" });
  await expect(said.getByRole("button", { name: "Stop the sound" })).toBeVisible();
});
