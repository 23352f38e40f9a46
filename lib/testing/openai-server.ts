import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readText } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

type Message = { role: string; content: string };
export type ModelRequest = {
  authorization: string | undefined;
  model: string;
  messages: Message[];
  responseFormat: { type: string } | undefined;
  isStream: boolean;
};
/** What the server does with one request. */
export type ModelAnswer = (response: ServerResponse, request: ModelRequest) => void | Promise<void>;

/**
 * A server with OpenAI's chat completions on the loopback, which answers as it is told: the answers in turn, the last
 * one for good.
 */
export async function startModelServer(...script: ModelAnswer[]) {
  const requests: ModelRequest[] = [];
  let answers = script;
  let inFlight = 0;
  let mostInFlight = 0;
  const server = createServer(async (incoming, response) => {
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    response.once("close", () => (inFlight -= 1));
    if (incoming.url !== "/v1/chat/completions") return void fails(404, "<h1>Not Found</h1>")(response, blank);
    const request = await readRequest(incoming);
    requests.push(request);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    await answer?.(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    mostInFlight: () => mostInFlight,
    /** A new script, with nothing asked yet. */
    script: (...next: ModelAnswer[]) => {
      answers = next;
      requests.length = 0;
      mostInFlight = 0;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
export type ModelServer = Awaited<ReturnType<typeof startModelServer>>;

const blank: ModelRequest = {
  authorization: undefined,
  model: "",
  messages: [],
  responseFormat: undefined,
  isStream: false,
};

async function readRequest(incoming: IncomingMessage): Promise<ModelRequest> {
  const body = JSON.parse(await readText(incoming)) as Record<string, unknown>;
  return {
    authorization: incoming.headers.authorization,
    model: String(body.model),
    messages: body.messages as Message[],
    responseFormat: body.response_format as ModelRequest["responseFormat"],
    isStream: body.stream === true,
  };
}

type Said = { finishReason?: string; usage?: { prompt_tokens: number; completion_tokens: number } | null };

/** An answer in text, or as JSON. */
export function says(content: unknown, { finishReason = "stop", usage = usualUsage }: Said = {}): ModelAnswer {
  const message = { role: "assistant", content: typeof content === "string" ? content : JSON.stringify(content) };
  return (response) =>
    sendJson(response, 200, {
      id: "chatcmpl-1",
      object: "chat.completion",
      created: 0,
      model: "test",
      choices: [{ index: 0, message, finish_reason: finishReason }],
      ...(usage && { usage }),
    });
}
export const usualUsage = { prompt_tokens: 100, completion_tokens: 20 };

/** An answer that depends on the request. */
export function saysOn(content: (request: ModelRequest) => unknown): ModelAnswer {
  return (response, request) => says(content(request))(response, request);
}

export function fails(status: number, body: unknown = {}, headers: Record<string, string> = {}): ModelAnswer {
  return (response) => {
    if (typeof body === "string") response.writeHead(status, { "content-type": "text/html", ...headers }).end(body);
    else sendJson(response, status, { error: { message: "No.", ...Object(body) } }, headers);
  };
}

/** Answers nothing until the caller has gone. */
export function hangs(): ModelAnswer {
  return async (response) => void (await once(response, "close"));
}

export function after(milliseconds: number, answer: ModelAnswer): ModelAnswer {
  return async (response, request) => {
    await sleep(milliseconds);
    await answer(response, request);
  };
}

/** Refuses JSON schema output, as servers without it do. */
export function withoutResponseFormat(answer: ModelAnswer): ModelAnswer {
  return (response, request) =>
    request.responseFormat
      ? fails(400, { message: "This response_format type is unavailable now" })(response, request)
      : answer(response, request);
}

type Streamed = Said & { breaksOff?: boolean; everyMs?: number };

/** The pieces as server-sent events. */
export function streams(
  pieces: string[],
  { breaksOff, everyMs = 5, finishReason = "stop", usage = usualUsage }: Streamed = {},
): ModelAnswer {
  return async (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    const send = (rest: object) =>
      response.write(
        `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 0, model: "test", ...rest })}\n\n`,
      );
    for (const content of pieces) {
      send({ choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }] });
      await sleep(everyMs);
    }
    if (breaksOff) return void response.destroy();
    send({ choices: [{ index: 0, delta: {}, finish_reason: finishReason }] });
    if (usage) send({ choices: [], usage });
    response.end("data: [DONE]\n\n");
  };
}

function sendJson(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
