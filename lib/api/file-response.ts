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
    headers: { ...downloadHeaders({ fileName, mediaType }), "content-length": String(body.length) },
  });
}

/** A small picture for an `img` of our own pages; opened by itself it can do nothing. */
export function pictureResponse({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }) {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": mediaType,
      "content-length": String(bytes.length),
      "content-disposition": "inline",
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

type StreamedFile = { chunks: AsyncGenerator<string>; fileName: string; mediaType: string };

/** Like {@link fileResponse}, for what is written while it is sent. Its first part decides on success or error. */
export async function streamResponse({ chunks, ...file }: StreamedFile) {
  const encoder = new TextEncoder();
  let first: IteratorResult<string> | null = await chunks.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = first ?? (await chunks.next());
      first = null;
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
  return new Response(body, { headers: downloadHeaders(file) });
}

/** A ZIP that is written while it is sent. */
export function zipResponse({ body, fileName }: { body: ReadableStream<Uint8Array>; fileName: string }) {
  return new Response(body, { headers: downloadHeaders({ fileName, mediaType: "application/zip" }) });
}

function downloadHeaders({ fileName, mediaType }: { fileName: string; mediaType: string }) {
  return {
    "content-type": mediaType,
    "content-disposition": `attachment; filename*=UTF-8''${encodeFileName(fileName)}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}

/** RFC 8187: also the characters that encodeURIComponent leaves alone. */
export function encodeFileName(name: string) {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
