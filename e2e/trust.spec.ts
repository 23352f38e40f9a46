import { randomUUID } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";
import { makePdf } from "../lib/resume/parsing/fixtures/make-pdf";
import { makeDocx, paragraph } from "../lib/resume/parsing/fixtures/make-zip";
import { txtFile } from "../lib/testing/resume-files";
import { makeSpeechWav } from "../lib/testing/transcription-server";
import { expect, test } from "./fixtures";
import { savePosition, screenedPosition } from "./support/scenario";
import { openMenu } from "./support/ui";

declare global {
  interface Window {
    hacked?: unknown;
  }
}

const code = "window.hacked=1";
const evil = `"'><img src=x onerror="${code}"><script>${code}</script><svg/onload=${code}>`;

/** Many pages at once; @returns what ran or became markup on each */
async function findHarm(context: BrowserContext, paths: string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const page = await context.newPage();
      await page.goto(path, { waitUntil: "networkidle" });
      const harm = await page.evaluate(() => ({
        ran: window.hacked ?? null,
        marked: document.querySelectorAll('img[src="x"], svg[onload], a[href^="javascript"]').length,
        isShown: document.body.textContent.includes("<img src=x"),
      }));
      await page.close();
      return { path, ...harm };
    }),
  );
  // A page that shows none of it would prove nothing.
  return found.flatMap(({ path, ran, marked, isShown }) =>
    ran === null && marked === 0 && isShown ? [] : [`${path}: ${JSON.stringify({ ran, marked, isShown })}`],
  );
}

test.describe("what people wrote", () => {
  test.use({ role: "admin" });

  test("is text on every page, whatever it looks like", async ({ api, context }) => {
    const admin = api("admin");
    const requirements = [{ kind: "skill", text: `Java ${evil}`, necessity: "must" as const, note: evil }];
    const [resumeId = ""] = await admin.importAll([{ ...txtFile(1), name: `${evil.replaceAll("/", "")}.txt` }]);
    const { id: positionId } = await admin.json<{ id: string }>("POST", "/api/v1/positions", {
      ...savePosition(evil, requirements),
      ...{ description: evil, department: evil.slice(0, 60) },
    });
    await Promise.all([
      admin.json("PUT", `/api/v1/resumes/${resumeId}/corrections`, { path: "name", value: evil.slice(0, 80) }),
      admin.json("POST", "/api/v1/resumes/tags", { resumeIds: [resumeId], add: [evil.slice(0, 40)] }),
      admin.json("POST", `/api/v1/resumes/${resumeId}/comments`, { text: `${evil} [a](javascript:${code})` }),
      admin.json("POST", "/api/v1/views", { name: evil.slice(0, 60), query: "q=java" }),
    ]);
    await admin.json("POST", `/api/v1/positions/${positionId}/screenings`, { resumeIds: [resumeId] });
    const board = () =>
      admin.json<{ rows: { applicationId: string }[] }>("GET", `/api/v1/positions/${positionId}/board`);
    await expect.poll(async () => (await board()).rows.length).toBe(1);
    const applicationId = (await board()).rows[0]?.applicationId ?? "";
    const pages = [
      "/resumes",
      `/resumes/${resumeId}?tab=comments`,
      "/positions",
      `/positions/${positionId}/board?application=${applicationId}`,
      `/recommendations/${applicationId}`,
    ];
    expect(await findHarm(context, pages)).toEqual([]);
  });
});

/** A picture of one dot with a page behind its end. */
function picture(): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(kind), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const parts = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from([0, 0]))),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...parts, Buffer.from(evil)]);
}

test("a file that is served runs nothing, whatever its kind", async ({ api, context, expectedErrors }) => {
  // A recording opened by itself stands in a sandbox that may not even load it; on our pages it plays.
  expectedErrors.push(/from origin 'null' has been blocked/, /ERR_FAILED.*\/file\)/);
  const recruiter = api("recruiter");
  const unique = () => `Jane Miller ${randomUUID()} `;
  const page = `<!doctype html><html><body>${unique()}<script>${code}</script>${evil}</body></html>`;
  const script = `/OpenAction << /S /JavaScript /JS (${code}) >>`;
  const pdf = makePdf([[{ text: unique(), x: 72, y: 72 }]]).toString("latin1");
  // What begins as a page is refused when its name says otherwise.
  const filler = "Java and more. ".repeat(200);
  const files: [string, Buffer][] = [
    ["page.html", Buffer.from(page)],
    ["text.txt", Buffer.from(`${unique()}${filler}${evil}`)],
    ["text.md", Buffer.from(`# ${unique()}\n\n${filler}${evil}`)],
    ["scripted.pdf", Buffer.from(pdf.replace("/Type /Catalog", `/Type /Catalog ${script}`), "latin1")],
    ["also-a-page.pdf", Buffer.from(`<script>${code}</script>\n${pdf}`, "latin1")],
    ["word.docx", makeDocx(paragraph(unique()), { "word/page.html": page })],
    ["picture.png", picture()],
  ];
  const uploaded = await Promise.all(files.map(([name, bytes]) => recruiter.upload(name, bytes)));
  const resumeIds = uploaded.flatMap(({ item }) => item.resumeId ?? []);
  expect(resumeIds).toHaveLength(files.length);
  const { positionId, applicationIds } = await screenedPosition(recruiter, { title: evil, files: [txtFile(2)] });
  const wav = Buffer.concat([makeSpeechWav([{ silence: 0.1, speech: 0.2 }], 8000), Buffer.from(page)]);
  const sent = await recruiter.call("POST", "/api/v1/videos", wav, {
    "content-type": "text/html",
    "x-video": encodeURIComponent(JSON.stringify({ fileName: "page.html", candidateName: evil, positionApplied: "" })),
  });
  const { id: videoId } = await sent.json();
  await recruiter.call("PUT", `/api/v1/videos/${videoId}/transcript`, Buffer.from(`A: ${evil}`), {
    "content-type": "text/plain",
  });
  const addresses = [
    ...resumeIds.map((id) => `/api/v1/resumes/${id}/file`),
    ...resumeIds.slice(0, 1).map((id) => `/api/v1/resumes/${id}/html`),
    ...["csv", "json", "xlsx"].map((format) => `/api/v1/resumes/export?format=${format}`),
    ...["md", "json", "docx", "xlsx"].map((format) => `/api/v1/positions/${positionId}/report?format=${format}`),
    `/api/v1/applications/${applicationIds[0]}/report?format=md`,
    `/api/v1/videos/${videoId}/file`,
    `/api/v1/videos/${videoId}/captions`,
    `/api/v1/resumes/${resumeIds[0]}`,
    "/api/v1/positions",
  ];
  const outcomes = await Promise.all(
    addresses.map(async (address) => {
      const opened = await context.newPage();
      const downloads: string[] = [];
      opened.on("download", (download) => downloads.push(download.suggestedFilename()));
      const response = await opened.goto(address).catch(() => null);
      const harm = await opened.evaluate(() => [window.hacked ?? null, document.scripts.length]);
      const outcome = response ? (response.headers()["content-security-policy"] ?? "") : "downloaded";
      await opened.close();
      return { address, harm, outcome, downloads: downloads.length };
    }),
  );
  for (const { address, harm, outcome, downloads } of outcomes) {
    expect(harm, address).toEqual([null, 0]);
    if (outcome === "downloaded") expect(downloads, address).toBe(1);
    else expect(outcome, address).toMatch(/(?:^|; )sandbox(?:;|$)/);
  }
  const kept = outcomes.filter(({ outcome }) => outcome === "downloaded").map(({ address }) => address);
  for (const id of resumeIds) expect(kept).toContain(`/api/v1/resumes/${id}/file`);
});

test("after signing out, going back shows nothing of what was there", async ({ page, api, expectedErrors }) => {
  expectedErrors.push(/401/);
  const name = "Wilhelmina Ostrowski";
  const bytes = Buffer.from(`${name}\nBackend engineer\nwilhelmina@example.com\nJava, Kafka\n`);
  const [id] = await api("recruiter").importAll([{ name: "cv.txt", bytes }]);
  await page.goto(`/resumes/${id}`);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await (await openMenu(page)).getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByLabel("Password")).toBeVisible();
  expect(await page.content()).not.toContain(name);
});
