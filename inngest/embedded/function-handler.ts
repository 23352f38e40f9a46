import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { embeddedLink } from "./embedded-client.ts";
import { type FunctionConfig, readFunctionConfig, syncAnswer } from "./function-config.ts";
import { signBody } from "./signing.ts";

const address = "http://embedded.local/api/inngest";

export type FunctionHandler = (request: {
  method: "POST" | "PUT";
  query?: string;
  body: unknown;
  headers?: Record<string, string>;
}) => Promise<Response>;

/** The SDK's own HTTP handler, called in process with signed requests. */
export function createFunctionHandler(client: Inngest.Any, functions: InngestFunction.Any[]): FunctionHandler {
  const { signingKey } = embeddedLink(client);
  const handle = serve({ client, functions });
  return async ({ method, query = "", body, headers }) => {
    const { text, signature } = signBody(body, signingKey);
    return handle(
      new Request(`${address}${query}`, {
        method,
        headers: {
          host: "embedded.local",
          "content-type": "application/json",
          "x-inngest-signature": signature,
          ...headers,
        },
        body: text,
      }),
    );
  };
}

/**
 * Asks the SDK for its functions the way Inngest does, failure handlers included.
 *
 * @throws when a function uses an option that the embedded jobs cannot honour
 */
export async function discoverFunctions(handler: FunctionHandler): Promise<Map<string, FunctionConfig>> {
  const response = await handler({
    method: "PUT",
    body: { url: address },
    headers: { "x-inngest-sync-kind": "in_band" },
  });
  const answer = await response.text();
  if (response.status !== 200) {
    throw new Error(`The functions could not be listed (${response.status}); is INNGEST_ALLOW_IN_BAND_SYNC off?`);
  }
  const { functions } = syncAnswer.parse(JSON.parse(answer));
  return new Map(functions.map((synced) => [synced.id, readFunctionConfig(synced)]));
}
