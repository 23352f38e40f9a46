import { randomUUID } from "node:crypto";
import { type APIRequest, type APIRequestContext, type APIResponse, expect } from "@playwright/test";

type Options = { baseURL: string; token: string };
type FormFile = { name: string; mimeType: string; buffer: Buffer };
export type Item = {
  id: string;
  batchId: string;
  fileName: string;
  outcome: string;
  reason: string | null;
  resumeId: string | null;
  state: string | null;
  candidateName: string | null;
  duplicateOf: { id: string; fileName: string } | null;
};

/** The product's own API, called with a token. */
export class Api {
  private readonly context: Promise<APIRequestContext>;

  constructor(request: APIRequest, { baseURL, token }: Options) {
    this.context = request.newContext({ baseURL, extraHTTPHeaders: { authorization: `Bearer ${token}` } });
  }

  async close() {
    await (await this.context).dispose();
  }

  async call(method: string, path: string, data?: unknown, headers: Record<string, string> = {}): Promise<APIResponse> {
    return (await this.context).fetch(path, { method, headers, ...(data !== undefined && { data }) });
  }

  /** As a browser's form is sent. */
  async form(path: string, multipart: Record<string, string | FormFile>): Promise<APIResponse> {
    return (await this.context).fetch(path, { method: "POST", multipart });
  }

  async json<T>(method: string, path: string, data?: unknown): Promise<T> {
    const response = await this.call(method, path, data);
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true);
    return response.json();
  }

  /** Sends a file; a refused one is an answer too. */
  async upload(
    name: string,
    bytes: Buffer,
    { batchId = randomUUID(), locale = "en" }: { batchId?: string; locale?: string } = {},
  ): Promise<{ status: number; item: Item }> {
    const response = await this.call("POST", `/api/v1/resumes?batchId=${batchId}`, bytes, {
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(name),
      "accept-language": locale,
    });
    return { status: response.status(), item: await response.json() };
  }

  /** Waits until every line of an import has its outcome. */
  async importDone(batchId: string, timeout = 30_000): Promise<Item[]> {
    let items: Item[] = [];
    await expect
      .poll(
        async () => {
          items = await this.json<Item[]>("GET", `/api/v1/imports/${batchId}`);
          return items.filter(({ state }) => state === "PENDING" || state === "PROCESSING").length;
        },
        { timeout, intervals: [50, 100, 250] },
      )
      .toBe(0);
    return items;
  }

  /** Sends files and waits for them to be read; the ids of the resumes in the order given. */
  async importAll(files: { name: string; bytes: Buffer }[]): Promise<string[]> {
    const batchId = randomUUID();
    const ids: string[] = [];
    for (const { name, bytes } of files) {
      const { item } = await this.upload(name, bytes, { batchId });
      expect(item.resumeId, `${name}: ${item.reason}`).not.toBeNull();
      ids.push(item.resumeId ?? "");
    }
    await this.importDone(batchId);
    return ids;
  }
}
