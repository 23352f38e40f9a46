/**
 * The page of a web archive (MHTML), as job boards give out resumes under the name of Word files; null where the bytes are
 * none, or hold no page. The page keeps its own encoding.
 */
export function pageOfArchive(bytes: Uint8Array): Uint8Array | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isWebArchive(buffer)) return null;
  const text = buffer.toString("latin1");
  const boundary = /\bboundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i.exec(text.slice(0, mostOfHead));
  const parts = boundary ? text.split(`--${boundary[1] ?? boundary[2]}`).slice(1) : [text];
  for (const part of parts) {
    const head = /^[\s\S]*?\r?\n\r?\n/.exec(part.slice(0, mostOfHead).replace(/^\r?\n/, ""))?.[0];
    if (head === undefined || !/^content-type:\s*text\/html/im.test(head)) continue;
    return decoded(part.replace(/^\r?\n/, "").slice(head.length), head);
  }
  return null;
}

const mostOfHead = 8192;

/** A message's first lines, and one of its parts a page. */
export function isWebArchive(buffer: Buffer): boolean {
  const start = buffer.subarray(0, mostOfHead).toString("latin1");
  return /^(?:ï»¿)?\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:/i.test(start) && /text\/html/i.test(start);
}

function decoded(body: string, head: string): Uint8Array {
  const coding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  if (coding === "base64") return Buffer.from(body, "base64");
  if (coding !== "quoted-printable") return Buffer.from(body, "latin1");
  const plain = body
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, "latin1");
}
