/** Text of a file whose encoding nobody states: byte order mark, then UTF-8, UTF-16, then the likeliest legacy one. */
export function decodeText(bytes: Uint8Array): string {
  const marked =
    bytes[0] === 0xef && bytes[1] === 0xbb
      ? "utf-8"
      : bytes[0] === 0xff && bytes[1] === 0xfe
        ? "utf-16le"
        : bytes[0] === 0xfe && bytes[1] === 0xff
          ? "utf-16be"
          : null;
  if (marked) return decode(bytes, marked);
  const wide = wideEncoding(bytes);
  if (wide) return decode(bytes, wide);
  return tryUtf8(bytes) ?? decode(bytes, legacyEncoding(bytes));
}

/** False when the first 64 KB hold bytes that no text has: NULs outside UTF-16, many control codes. */
export function isProbablyText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || wideEncoding(head))
    return true;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) controls += 1;
  }
  return controls <= Math.max(2, head.length / 200);
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const loose = decode(bytes, "utf-8");
    const bad = loose.split("\ufffd").length - 1;
    const wide = loose.match(/[\u0080-\uffff]/g)?.length ?? 0;
    return bad <= 3 && wide > 20 * bad ? loose : null;
  }
}

/** UTF-16 without a mark: Latin text and line ends leave NULs at every other byte; Han text leaves few but on one side. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4 || bytes.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const enough = Math.max(2, length * 0.01);
  const encoding = odd > enough && even === 0 ? "utf-16le" : even > enough && odd === 0 ? "utf-16be" : null;
  if (!encoding) return null;
  const text = decode(bytes.subarray(0, length), encoding);
  const strange = text.match(
    /[^\t\n\r -~\u00a0-\u024f\u2010-\u2060\u2190-\u27bf\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/g,
  );
  return (strange?.length ?? 0) < text.length * 0.1 ? encoding : null;
}

type LegacyEncoding = "gb18030" | "big5" | "shift_jis" | "windows-1252";

function legacyEncoding(bytes: Uint8Array): LegacyEncoding {
  const sample = bytes.subarray(0, 20_000);
  const scores: [LegacyEncoding, number][] = [
    [
      "gb18030",
      hanScore(
        decode(sample, "gb18030"),
        /[的一是在有和中人大为工作年月经验公司项目学教育技能管理个业务开发电话男女姓名历生职设计分析系统负责参与熟悉]/g,
      ),
    ],
    [
      "big5",
      hanScore(
        decode(sample, "big5"),
        /[的一是在有和中人大為工作年月經驗公司專案學教育技能管理個業務開發電話男女姓名歷生職設計分析系統負責參與熟悉]/g,
      ),
    ],
    ["shift_jis", hanScore(decode(sample, "shift_jis"), /[\u3041-\u3096\u30a1-\u30fa]/g) * 0.9],
    ["windows-1252", latinScore(sample)],
  ];
  return scores.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** Share of the non-ASCII characters that are everyday ones, less broken characters. */
function hanScore(text: string, everyday: RegExp): number {
  const wide = text.match(/\P{ASCII}/gu)?.length ?? 0;
  const broken = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return wide === 0 ? 0 : ((text.match(everyday)?.length ?? 0) - 4 * broken) / wide;
}

/** Western text: high bytes stand alone between ASCII letters. */
function latinScore(bytes: Uint8Array): number {
  let high = 0;
  let alone = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    high += 1;
    if ((bytes[index - 1] ?? 0) < 0x80 && (bytes[index + 1] ?? 0) < 0x80) alone += 1;
  }
  return high === 0 ? 1 : (alone / high) * 0.6;
}
