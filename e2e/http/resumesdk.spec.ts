import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { hostileFiles } from "../../lib/testing/hostile-files";
import { docxFile, passwordPdf, pdfFile } from "../../lib/testing/resume-files";
import { drawPage, toPng } from "../../lib/testing/scan-files";
import { expect, test } from "../fixtures";
import type { Api } from "../support/api";

type Account = { uid: number; pwd: string; appCode: string };
type Answer = {
  status: { code: number; message: string };
  account?: { uid: number; usage_limit: number; usage_remaining: number };
  result?: Record<string, unknown>;
};

const text = Buffer.from(
  "王小明\n电话：13900001111\n\n工作经历\n2019.01 - 至今 星桥科技有限公司 测试工程师\n",
).toString("base64");
const call = { file_name: "王小明.txt", file_cont: text };

const makeAccount = (admin: Api, usageLimit = 100) =>
  admin.json<Account>("POST", "/api/v1/parse-accounts", { name: "Client", usageLimit });

test("uid and pwd in the body or the headers, and the answer's shape", async ({ api, request }) => {
  const { uid, pwd } = await makeAccount(api("admin"), 3);
  const parse = async (data: object, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await request.post("/api/parse", { data, headers });
    expect(response.status()).toBe(200);
    return response.json();
  };
  expect(await parse({ ...call, uid, pwd })).toMatchObject({
    status: { code: 200, message: "OK" },
    account: { uid, usage_limit: 3, usage_remaining: 2 },
    result: { name: "王小明", phone: "13900001111", job_exp_objs: [{ job_cpy: "星桥科技有限公司", end_date: "至今" }] },
  });
  expect((await parse(call, { uid: String(uid), pwd })).account?.usage_remaining).toBe(1);
  expect((await parse({ ...call, uid, pwd }, { uid: "0", pwd: "wrong" })).account?.usage_remaining).toBe(0);
  expect(await parse({ ...call, uid, pwd })).toEqual({
    status: { code: 251, message: expect.any(String) },
    account: { uid, usage_limit: 3, usage_remaining: 0 },
  });
});

test("every status code comes in the order of the reference, and only a success counts", async ({ api, request }) => {
  const { uid, pwd } = await makeAccount(api("admin"));
  const key = { uid, pwd };
  const codeOf = async (data: unknown) => {
    const response = await request.post("/api/parse", {
      data: data as object,
      headers: { "content-type": "application/json" },
    });
    expect(response.status()).toBe(200);
    const answer: Answer = await response.json();
    if (answer.status.code !== 200) expect(answer.result).toBeUndefined();
    return answer.status.code;
  };
  expect(await codeOf("{ not json")).toBe(267);
  expect(await codeOf("[]")).toBe(267);
  expect(await codeOf({})).toBe(250);
  expect(await codeOf({ ...call, uid, pwd: "wrong" })).toBe(250);
  expect(await codeOf({ ...call, uid: 2 ** 40, pwd })).toBe(250);
  expect(await codeOf({ ...key })).toBe(260);
  expect(await codeOf({ ...key, ...call, version: 7 })).toBe(260);
  expect(await codeOf({ ...key, ...call, file_name: "resume" })).toBe(266);
  expect(await codeOf({ ...key, ...call, file_name: "resume.exe" })).toBe(263);
  expect(await codeOf({ ...key, file_name: "a.pdf", file_cont: "" })).toBe(261);
  expect(await codeOf({ ...key, file_name: "a.pdf", file_cont: "*" })).toBe(264);
  expect(await codeOf({ ...key, file_name: "a.pdf", file_cont: "A".repeat(10_600_000) })).toBe(262);
  expect(
    await codeOf({ ...key, file_name: "a.pdf", file_cont: (await passwordPdf("secret")).bytes.toString("base64") }),
  ).toBe(241);
  expect(await codeOf({ ...key, file_name: "a.pdf", file_cont: text })).toBe(241);
  expect(await codeOf({ ...key, file_url: "http://169.254.169.254/latest/a.pdf" })).toBe(241);
  const [account] = await api("admin").json<{ usageCount: number; uid: number }[]>("GET", "/api/v1/parse-accounts");
  expect(account).toMatchObject({ uid, usageCount: 0 });
  expect(await codeOf({ ...key, ...call })).toBe(200);
});

test("fifty calls at once on an account with ten left: ten succeed", async ({ api, request }) => {
  const { uid, pwd } = await makeAccount(api("admin"), 10);
  const answers: Answer[] = [];
  // Fewer at once than may wait for a thread, so that none is turned away for that.
  for (let round = 0; round < 5; round += 1) {
    answers.push(
      ...(await Promise.all(
        Array.from({ length: 10 }, async () =>
          (await request.post("/api/parse", { data: { ...call, uid, pwd } })).json(),
        ),
      )),
    );
  }
  const codes = answers.map(({ status }) => status.code);
  expect(codes.filter((code) => code === 200)).toHaveLength(10);
  expect(codes.filter((code) => code === 251)).toHaveLength(40);
  const accounts = await api("admin").json<{ uid: number; usageCount: number }[]>("GET", "/api/v1/parse-accounts");
  expect(accounts.find((account) => account.uid === uid)?.usageCount).toBe(10);
});

test("the other two addresses: without any account, and with an app code", async ({ api, request }) => {
  const open: Answer = await (await request.post("/api/ResumeParser", { data: call })).json();
  expect(open).toMatchObject({ status: { code: 200 }, result: { name: "王小明" } });
  expect(open.account).toBeUndefined();
  const { uid, appCode } = await makeAccount(api("admin"), 1);
  const byCode = async (authorization: string): Promise<Answer> =>
    (await request.post("/ResumeParser", { data: call, headers: { authorization } })).json();
  expect((await byCode("APPCODE nobody-has-this")).status.code).toBe(250);
  const first = await byCode(`APPCODE ${appCode}`);
  expect(first).toMatchObject({ status: { code: 200 }, result: { name: "王小明" } });
  expect(first.account).toBeUndefined();
  expect((await byCode(`APPCODE ${appCode}`)).status.code).toBe(251);
  const [account] = await api("admin").json<{ id: string; uid: number }[]>("GET", "/api/v1/parse-accounts");
  expect(account?.uid).toBe(uid);
  await api("admin").call("PATCH", `/api/v1/parse-accounts/${account?.id}`, { isDisabled: true, usageLimit: 5 });
  expect((await byCode(`APPCODE ${appCode}`)).status.code).toBe(250);
});

test("PDF and DOCX, with every field present in version 1 and without a content type", async ({ request }) => {
  for (const { name, bytes } of [pdfFile(1), docxFile(2)]) {
    const data = { file_name: name, file_cont: bytes.toString("base64"), version: 1, need_social_exp: 1 };
    const response = await request.post("/api/ResumeParser", {
      data: Buffer.from(JSON.stringify(data)),
      headers: { "content-type": "" },
    });
    const { status, result } = (await response.json()) as Answer;
    expect(status.code, name).toBe(200);
    expect(result).toMatchObject({ name: expect.stringMatching(/./), virtual_phone: "", training_objs: [] });
    expect(Object.keys(result ?? {})).toHaveLength(102 + 9);
  }
});

test("a picture is read, and one of too many dots is refused", async ({ request }) => {
  test.slow();
  const page = drawPage(["# 王小明", "电话：13900001111", "工作经历", "2019.01 - 至今 星桥科技有限公司 测试工程师"]);
  const parse = async (file_name: string, bytes: Buffer): Promise<Answer> =>
    (await request.post("/api/ResumeParser", { data: { file_name, file_cont: bytes.toString("base64") } })).json();
  const answer = await parse("scan.png", toPng(page));
  expect(answer).toMatchObject({ status: { code: 200 }, result: { name: "王小明", phone: "13900001111" } });
  const bomb = toPng(drawPage(["x"]));
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  expect((await parse("bomb.png", bomb)).status.code).toBe(265);
});

test("no hostile file is anything but an answer with a code", async ({ request }) => {
  for (const { name, bytes } of hostileFiles()) {
    if (bytes.length > 7_000_000) continue;
    const data = { file_name: name, file_cont: bytes.toString("base64") };
    const response = await request.post("/api/ResumeParser", { data });
    expect(response.status(), name).toBe(200);
    expect([200, 240, 241, 261, 262, 263, 265, 266], name).toContain(((await response.json()) as Answer).status.code);
  }
});

test("a redirect from a public-looking address into the own network is not followed", async ({ request }) => {
  const inner = createServer((_, response) => response.end("secret"));
  await new Promise<void>((resolve) => inner.listen(0, "127.0.0.1", resolve));
  const { port } = inner.address() as AddressInfo;
  const data = { file_url: `http://localhost:${port}/a.txt` };
  const answer: Answer = await (await request.post("/api/ResumeParser", { data })).json();
  expect(answer.status.code).toBe(241);
  expect(JSON.stringify(answer)).not.toContain("secret");
  inner.close();
});
