import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { type Recording, recogniserOf, recordAnswers } from "../../lib/testing/spoken-script";
import { startTranscriptionServer } from "../../lib/testing/transcription-server";
import { expect, test } from "../support/own-app";
import { heldInterview, screenedPosition } from "../support/scenario";

/** INTERVIEW_MINUTES makes it shorter, for who works on it. */
const minutes = Number(process.env.INTERVIEW_MINUTES ?? 30);
const seconds = minutes * 60;
const cutSeconds = Math.min(60, seconds / 8);

type Segment = { text: string; startSeconds: number };
type Live = { turns: { question: { text: string }; segments: Segment[] }[] };

const acts =
  "rebuilt split measured moved tested documented simplified replaced watched repaired planned reviewed shortened joined opened closed";
const things =
  "order payment search login report price stock invoice customer delivery message picture calendar contract training budget";
const reasons =
  "because nobody could change it,so the nights stayed quiet,after talking to the users,and the team kept it running,before the big autumn sale,while two others wrote the checks,since every release broke something,although the manager doubted it,until the numbers settled down,with help from the people next door,for a customer in the north,which saved a day each week";

/** Sentences as candidates say them, no two alike. */
function createCandidate() {
  const [did, what, why] = [acts.split(" "), things.split(" "), reasons.split(",")];
  let count = 0;
  return () => {
    count += 1;
    // Prime to the number of combinations: each comes once.
    const place = (count * 1021) % (did.length * what.length * why.length);
    const act = did[place % did.length];
    const thing = what[Math.floor(place / did.length) % what.length];
    const reason = why[Math.floor(place / (did.length * what.length))];
    const more = count % 9 === 0 ? ` then we looked at the ${what[count % what.length]} part and ${reason}` : "";
    return `In year ${count} I ${act} the ${thing} service ${reason}${more}`;
  };
}

test("half an hour of speech, with the tab killed, the network cut and the recogniser away, is written down once and in order", async ({
  own,
  playwright,
  launchOptions,
}) => {
  test.setTimeout((seconds + 120) * 1000);
  const answerSeconds = Math.max(12, seconds / 15);
  const next = createCandidate();
  const before = recordAnswers(next, { seconds: seconds * 0.4, answerSeconds, endsWhole: false });
  const after = recordAnswers(next, { seconds: seconds * 0.6, answerSeconds, endsWhole: true });
  const recognise = recogniserOf([before, after]);
  let isAway = false;
  const away = (is: boolean) => async () => {
    isAway = is;
  };
  const recogniser = await startTranscriptionServer(({ samples }) =>
    isAway ? { status: 503, text: "" } : { text: recognise(samples) },
  );
  const folder = await mkdtemp(join(tmpdir(), "hireglass-interview-"));
  try {
    const app = await own.start({ env: { TRANSCRIPTION_BASE_URL: recogniser.baseUrl } });
    const { people } = await own.makeOrganisation(app);
    const api = own.api(app, people.recruiter.token);
    const id = await heldInterview(api, await screenedPosition(api), "live");

    /** A browser that hears a recording, with what an earlier one of the same profile kept. */
    async function listenTo(recording: Recording, name: string): Promise<{ context: BrowserContext; page: Page }> {
      const wav = join(folder, name);
      await writeFile(wav, recording.wav);
      const fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
      const context = await playwright.chromium.launchPersistentContext(join(folder, "profile"), {
        ...launchOptions,
        ...{ locale: "en-US", baseURL: app.url, viewport: { width: 1440, height: 900 } },
        args: [...(launchOptions.args ?? []), ...fake, `--use-file-for-fake-audio-capture=${wav}%noloop`],
      });
      const cookie = { name: "next-auth.session-token", value: people.recruiter.cookie, url: app.url };
      await context.addCookies([{ ...cookie, httpOnly: true, sameSite: "Lax" }]);
      const page = await context.newPage();
      await page.goto(`/interviews/${id}/live`);
      return { context, page };
    }

    let asked = 1;
    async function ask(page: Page) {
      asked += 1;
      const question = `What was the work of part ${asked} about?`;
      await page.keyboard.press("a");
      const box = page.getByRole("textbox", { name: "My own" });
      await box.fill(question);
      await box.press("Enter");
      await expect(page.getByRole("region", { name: "Current question" })).toContainText(question);
    }

    /** What stands there, with one key. */
    async function askSuggested(page: Page) {
      const current = page.getByRole("region", { name: "Current question" });
      const before = (await current.textContent()) ?? "";
      await page.keyboard.press("Enter");
      await expect(current).not.toHaveText(before);
    }

    /** Asks in the pauses between the answers; what happens between is told by second. */
    async function hold(page: Page, { answers }: Recording, events: [number, () => Promise<unknown>][]) {
      await page.getByRole("region", { name: "Next question" }).waitFor();
      await ask(page);
      await page.getByRole("button", { name: "Listen by microphone" }).click();
      await expect(page.getByText("Listening", { exact: true })).toBeVisible();
      const startedAt = Date.now();
      const asking = answers
        .slice(0, -1)
        .map(({ endSeconds }): [number, () => Promise<unknown>] => [endSeconds + 3, () => askSuggested(page)]);
      for (const [second, act] of [...asking, ...events].toSorted(([a], [b]) => a - b)) {
        await page.waitForTimeout(Math.max(0, startedAt + second * 1000 - Date.now()));
        await act();
      }
    }

    const first = await listenTo(before, "before.wav");
    const cutAt = seconds * 0.12;
    await hold(first.page, before, [
      [cutAt, () => first.context.setOffline(true)],
      [cutAt + cutSeconds, () => first.context.setOffline(false)],
      [seconds * 0.3, away(true)],
      [seconds * 0.3 + cutSeconds / 2, away(false)],
      [seconds * 0.4 - 1, async () => undefined],
    ]);
    // In the middle of a sentence.
    // A browser that is one process goes with its tab.
    const crashed = Promise.race([first.page.waitForEvent("crash"), first.context.waitForEvent("close")]);
    const session = await first.context.newCDPSession(first.page);
    void session.send("Page.crash").catch(() => undefined);
    await crashed;
    await first.context.close();

    const { context, page } = await listenTo(after, "after.wav");
    const colleague = await playwright.chromium.launch(launchOptions);
    const seat = await colleague.newContext({ baseURL: app.url, locale: "en-US" });
    const admin = { name: "next-auth.session-token", value: people.admin.cookie, url: app.url };
    await seat.addCookies([{ ...admin, httpOnly: true, sameSite: "Lax" }]);
    const beside = await seat.newPage();
    await beside.goto(`/interviews/${id}/live`);
    await hold(page, after, [
      [seconds * 0.2, () => beside.getByLabel(/My notes/).fill("Knows the order system well.")],
      [seconds * 0.3, () => beside.getByLabel("What the candidate answers").fill("Typed by the colleague.")],
      [seconds * 0.6 + 4, async () => undefined],
    ]);
    await page.getByRole("button", { name: "Finish" }).click();
    await expect(page.getByRole("region", { name: "What was said" })).toBeVisible({ timeout: 60_000 });
    await colleague.close();
    await context.close();

    const { turns } = await api.json<Live>("GET", `/api/v1/interviews/${id}`);
    const said = turns.slice(1).map(({ segments }) =>
      segments
        .toSorted((a, b) => a.startSeconds - b.startSeconds)
        .filter(({ text }) => !text.startsWith("Typed"))
        .map(({ text }) => text)
        .join(" "),
    );
    const spoken = [...before.answers, ...after.answers].map(({ sentences }) => sentences);
    expect(said).toHaveLength(spoken.length);
    const broken = before.answers.length - 1;
    let misheard = 0;
    for (const [index, sentences] of spoken.entries()) {
      const heard = (said[index] ?? "").split(/ (?=In year )/);
      // The tab died in the last sentence of one answer: of that its beginning.
      const whole = index === broken ? sentences.slice(0, -1) : sentences;
      if (index === broken) expect((sentences.at(-1) ?? "").startsWith(heard[whole.length] ?? "")).toBe(true);
      else expect(heard.length, `sentences of answer ${index + 1}`).toBe(whole.length);
      misheard += whole.filter((sentence, place) => sentence !== heard[place]).length;
    }
    // A browser short of processor time loses milliseconds of sound, and the recogniser takes a sentence for another.
    expect(misheard, "of all sentences").toBeLessThanOrEqual(Math.floor(spoken.flat().length / 100));
    expect(turns.flatMap(({ segments }) => segments).filter(({ text }) => text.startsWith("Typed"))).toHaveLength(1);
    const heard = recogniser.heard.length;
    console.log(
      `${minutes} minutes, ${turns.length} questions, ${spoken.flat().length} sentences, ${misheard} of them misheard, ${heard} pieces of sound`,
    );
  } finally {
    await recogniser.close();
    await rm(folder, { recursive: true, force: true });
  }
});
