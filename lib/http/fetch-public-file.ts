import "server-only";
import type { IncomingMessage } from "node:http";
import { FetchRefusedError, openPublic, parsePublicUrl, toRefused } from "./open-public";

type FetchPublicFile = {
  url: string;
  maxBytes: number;
  timeoutMs?: number;
  /** `host` or `host:port` of servers on the own network that may be asked all the same. */
  allowedHosts?: readonly string[];
};

const mostRedirects = 5;

/**
 * Downloads a file that a stranger named, from the public internet only (`openPublic`). Every redirect is judged anew.
 * Time and size are limited.
 *
 * @throws FetchRefusedError
 */
export async function fetchPublicFile(options: FetchPublicFile): Promise<{ bytes: Buffer; url: URL }> {
  const { url, maxBytes, timeoutMs = 15_000, allowedHosts = [] } = options;
  const deadline = AbortSignal.timeout(timeoutMs);
  let target = parsePublicUrl(url);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const response = await openPublic({ url: target, signal: deadline, allowedHosts });
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      target = parsePublicUrl(headers.location, target);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new FetchRefusedError("status");
    }
    return { bytes: await readBody(response, maxBytes, deadline), url: target };
  }
  throw new FetchRefusedError("redirects");
}

async function readBody(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      length += (chunk as Buffer).length;
      if (length > maxBytes) throw new FetchRefusedError("too_large");
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    response.destroy();
    throw toRefused(error, signal);
  }
  return Buffer.concat(chunks);
}
