/** An answer that was not a success, with the sentence the server wrote for the person. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

type CallOptions = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  json?: unknown;
  file?: File;
  signal?: AbortSignal;
};

/** Brings the shape of an answer when there is one to check: no page waits for zod before it is alive. */
type Shape<T> = () => Promise<{ parse(answer: unknown): T }>;

/** The shape of an answer without content. */
export const noContent: Shape<void> = async () => ({ parse: () => undefined });

/**
 * Calls our own API from the browser and checks the answer's shape.
 *
 * @throws ApiError
 */
export async function callApi<T>(url: string, shape: Shape<T>, options: CallOptions = {}): Promise<T> {
  const { method = "GET", json, file, signal } = options;
  const response = await fetch(url, {
    method,
    signal,
    ...(json !== undefined && { body: JSON.stringify(json), headers: { "content-type": "application/json" } }),
    // Its name goes in a header: an address would end up in logs.
    ...(file && {
      body: file,
      headers: {
        "content-type": file.type || "application/octet-stream",
        "x-file-name": encodeURIComponent(file.name),
      },
    }),
  }).catch((error) => {
    if (signal?.aborted) throw error;
    throw new ApiError("offline", offlineMessage());
  });
  if (response.status === 401) {
    location.assign("/sign-in");
    throw new ApiError("unauthorized", "");
  }
  if (response.status === 204) return (await shape()).parse(undefined);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return (await shape()).parse(body);
  throw toApiError(body);
}

/** The error that an answer of our API tells of. */
export function toApiError(body: unknown): ApiError {
  if (typeof body === "object" && body !== null && "error" in body) {
    const { error } = body;
    if (typeof error === "object" && error !== null && "code" in error && "message" in error) {
      return new ApiError(String(error.code), String(error.message));
    }
  }
  return new ApiError("internal", offlineMessage());
}

/** The server could not be asked for a sentence, so it stands here. */
function offlineMessage() {
  return document.documentElement.lang.startsWith("zh")
    ? "连不上服务器。请检查网络后重试；已完成的内容不会丢失。"
    : "The server cannot be reached. Check the connection and try again; nothing finished is lost.";
}
