import data from "@/data/certificates.json" with { type: "json" };
import { foldWidth } from "../fold";

export type CertificateKind =
  | "language"
  | "translation"
  | "computer"
  | "project"
  | "finance"
  | "law"
  | "teaching"
  | "construction"
  | "medical"
  | "hr"
  | "trade"
  | "quality"
  | "safety"
  | "driving"
  | "student";

/** `language` in Chinese (英语) and `scale` as first-last (0-710, N5-N1) for tests of a language only. */
export type Certificate = { canonical: string; kind: CertificateKind; language: string | null; scale: string | null };

const certificates = new Map<string, Certificate>();
for (const { kind, names, language = null, scale = null } of data.certificates as Row[]) {
  const [canonical = "", ...aliases] = names.split("|");
  for (const name of [canonical, ...aliases]) certificates.set(key(name), { canonical, kind, language, scale });
}

type Row = { kind: CertificateKind; names: string; language?: string; scale?: string };

/** Which certificate a name means, whatever score, level or word for paper stands with it: "CET6 (550分)" → CET-6. */
export function certificateOf(name: string): Certificate | null {
  const plain = foldWidth(name).trim();
  if (plain === "" || plain.length > 60) return null;
  const bare = plain
    .replace(/(?<!\s)\s*[(（][^()（）]*[)）]/g, "")
    .replace(/(?<!\s)\s*(?:[:：]\s*)?\d{1,3}(?:\.\d)?\s*(?:分|points?)?$/i, "")
    .replace(/^(?:通过|获得|获|持有|具有|取得|国家)/, "");
  const candidates = [plain, bare, bare.replace(/(?:合格|等级)?证书?$|资格证?书?$|考试$| certificat(?:e|ion)$/i, "")];
  // 会计 is a profession, 会计资格证书 a certificate.
  const endings = /(?:证书?|资格)$/.test(bare) ? ["", "证", "证书"] : [""];
  for (const candidate of candidates)
    for (const ending of endings) {
      const found = certificates.get(key(`${candidate}${ending}`));
      if (found && key(candidate).length >= 2) return found;
    }
  return null;
}

function key(name: string): string {
  return foldWidth(name).toLowerCase().replace(/[\s-]/g, "");
}
