import "server-only";
import { lookup as lookUp } from "node:dns";
import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

/** A server must not be asked, or did not answer as it should. The reason is for our logs: it names no host. */
export class FetchRefusedError extends Error {
  constructor(readonly reason: "address" | "protocol" | "redirects" | "status" | "too_large" | "timeout" | "network") {
    super(`The server was not asked, or gave no answer: ${reason}`);
    this.name = "FetchRefusedError";
  }
}

type OpenPublic = {
  url: URL;
  signal: AbortSignal;
  /** `host` or `host:port` of servers on the own network that may be asked all the same. */
  allowedHosts: readonly string[];
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
};

/** An address of http or https without credentials. @throws FetchRefusedError */
export function parsePublicUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base)) throw new FetchRefusedError("protocol");
  const url = new URL(text, base);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) throw new FetchRefusedError("protocol");
  return url;
}

/**
 * Asks a server that a stranger named, if it is on the public internet: the name is resolved once, every address checked,
 * and that address connected to, so that a second answer of the name server cannot lead elsewhere. Follows no redirect.
 *
 * @throws FetchRefusedError
 */
export function openPublic(asked: OpenPublic): Promise<IncomingMessage> {
  const { url, signal, allowedHosts, method = "GET", headers = {}, body } = asked;
  const isAllowed = allowedHosts.includes(url.host);
  // Node connects to an address in the URL without asking the name server.
  if (!isAllowed && isIP(url.hostname.replace(/^\[|\]$/g, "")) > 0 && !isPublicAddress(url.hostname))
    throw new FetchRefusedError("address");
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = request(
      url,
      {
        ...{ method, signal, agent: false, lookup: isAllowed ? undefined : lookUpPublic },
        headers: { "user-agent": "Hireglass", ...headers },
      },
      resolve,
    );
    sent.on("error", (error) => reject(toRefused(error, signal)));
    sent.end(body);
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

export function toRefused(error: unknown, signal: AbortSignal): FetchRefusedError {
  if (error instanceof FetchRefusedError) return error;
  return new FetchRefusedError(signal.aborted ? "timeout" : "network");
}
