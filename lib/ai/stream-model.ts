import "server-only";
import { countTokens, type ModelCall, metered, refuseUnfinished, requestOptions } from "@/lib/ai/call-model";
import { ModelError } from "@/lib/ai/model-error";
import { withRetries } from "@/lib/ai/retry";

type StreamModel = Omit<ModelCall, "schema"> & { onText: (piece: string) => void };

/**
 * Hands on a model's text as it comes, and returns the whole of it. Retried like any call, but only until the
 * first piece: what somebody has read already is not said again.
 *
 * @throws ModelError, also when the stream breaks off after some pieces
 */
export async function streamModel({ onText, ...call }: StreamModel): Promise<string> {
  let hasBegun = false;
  const { text, finishReason } = await metered(call, async () => {
    const answer = await withRetries({ ...call, canRetry: () => !hasBegun }, () =>
      stream(call, (piece) => {
        hasBegun = true;
        onText(piece);
      }),
    );
    return { ...answer, tokens: countTokens(answer.usage, call, answer.text) };
  });
  refuseUnfinished(finishReason);
  return text;
}

async function stream({ model, instructions, messages, ...options }: ModelCall, onText: (piece: string) => void) {
  let text = "";
  const { streamText } = await import("ai");
  const result = streamText({
    ...(await requestOptions(model, options)),
    instructions,
    messages,
    // Errors are parts of the stream; without this they would go to the console as well, prompt and all.
    onError: () => undefined,
  });
  for await (const part of result.fullStream) {
    if (part.type === "error") throw part.error;
    if (part.type === "abort") throw new DOMException("The call took too long", "TimeoutError");
    if (part.type === "text-delta") {
      text += part.text;
      onText(part.text);
    }
    if (part.type === "finish") {
      if (part.finishReason === "error" || part.finishReason === "other") throw new ModelError("not_understood");
      return { text, finishReason: part.finishReason, usage: part.totalUsage };
    }
  }
  throw new ModelError("cut_off");
}
