export const themeCookie = "hireglass-theme";
const yearSeconds = 31_536_000;

/** Remembers a choice of the interface; the server reads it for the first paint. */
export function rememberChoice(cookie: string, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support
  document.cookie = `${cookie}=${value}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
