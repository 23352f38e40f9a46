import "server-only";
import { lookup as lookUp } from "node:dns";
import { type ClientRequest, get as getHttp, type IncomingMessage } from "node:http";
import { get as getHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

/** The file cannot be had, or must not be asked for. The reason is for our logs: it names no host. */
export class FetchRefusedError extends Error {
  constructor(readonly reason: "address" | "protocol" | "redirects" | "status" | "too_large" | "timeout" | "network") {
    super(`The file was not fetched: ${reason}`);
    this.name = "FetchRefusedError";
  }
}

type FetchPublicFile = {
  url: string;
  maxBytes: number;
  timeoutMs?: number;
  /** `host` or `host:port` of servers on the own network that may be asked all the same. */
  allowedHosts?: readonly string[];
};

const mostRedirects = 5;

/**
 * Downloads a file that a stranger named. Only http and https, no credentials in the address, only addresses of the
 * public internet: the name is resolved once, every address checked, and that address connected to, so that a second
 * answer of the name server cannot lead elsewhere. Every redirect is judged anew. Time and size are limited.
 *
 * @throws FetchRefusedError
 */
export async function fetchPublicFile(options: FetchPublicFile): Promise<{ bytes: Buffer; url: URL }> {
  const { url, maxBytes, timeoutMs = 15_000, allowedHosts = [] } = options;
  const deadline = AbortSignal.timeout(timeoutMs);
  let target = parseUrl(url);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const response = await open(target, deadline, allowedHosts);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      target = parseUrl(headers.location, target);
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

function parseUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base)) throw new FetchRefusedError("protocol");
  const url = new URL(text, base);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) throw new FetchRefusedError("protocol");
  return url;
}

function open(url: URL, signal: AbortSignal, allowedHosts: readonly string[]): Promise<IncomingMessage> {
  const isAllowed = allowedHosts.includes(url.host);
  // Node connects to an address in the URL without asking the name server.
  if (!isAllowed && isIP(url.hostname.replace(/^\[|\]$/g, "")) > 0 && !isPublicAddress(url.hostname))
    throw new FetchRefusedError("address");
  const get = url.protocol === "https:" ? getHttps : getHttp;
  return new Promise((resolve, reject) => {
    const request: ClientRequest = get(
      url,
      { signal, agent: false, lookup: isAllowed ? undefined : lookUpPublic, headers: { "user-agent": "Hireglass" } },
      resolve,
    );
    request.on("error", (error) => reject(toRefused(error, signal)));
  });
}

const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "");
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new FetchRefusedError("address"), "");
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

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

function toRefused(error: unknown, signal: AbortSignal): FetchRefusedError {
  if (error instanceof FetchRefusedError) return error;
  return new FetchRefusedError(signal.aborted ? "timeout" : "network");
}
