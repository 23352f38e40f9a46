import "server-only";

/** A download that no browser renders on our origin: attachment, no sniffing, sandboxed, never cached by others. */
export function fileResponse({
  bytes,
  fileName,
  mediaType,
}: {
  bytes: Uint8Array;
  fileName: string;
  mediaType: string;
}) {
  const body = new Uint8Array(bytes);
  return new Response(body, {
    headers: {
      "content-type": mediaType,
      "content-length": String(body.length),
      "content-disposition": `attachment; filename*=UTF-8''${encodeFileName(fileName)}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** RFC 8187: also the characters that encodeURIComponent leaves alone. */
function encodeFileName(name: string) {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
