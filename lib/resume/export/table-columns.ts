import "server-only";
import { getTranslations } from "next-intl/server";
import { sayKnown } from "@/lib/i18n/say-known";
import type { ExportRow } from "@/lib/resume/export/export-rows";

export type TableColumn = { title: string; width: number; read: (row: ExportRow) => string | number | null };

/** The columns of the exported table, in the reader's language. */
export async function tableColumns(locale: string): Promise<TableColumn[]> {
  const t = await getTranslations({ locale, namespace: "export" });
  const degrees = await getTranslations({ locale, namespace: "degrees" });
  const stages = await getTranslations({ locale, namespace: "stages" });
  const sources = await getTranslations({ locale, namespace: "sources" });
  const column = (key: Parameters<typeof t>[0], width: number, read: TableColumn["read"]) => ({
    title: t(key),
    width,
    read,
  });
  return [
    column("name", 16, ({ item }) => item.candidateName),
    column("phone", 16, ({ profile }) => profile?.phones[0]?.value ?? null),
    column("email", 26, ({ profile }) => profile?.emails[0]?.value ?? null),
    column("title", 22, ({ item }) => item.currentTitle),
    column("company", 24, ({ item }) => item.currentCompany),
    column("degree", 10, ({ item }) => item.highestDegree && sayKnown(degrees, item.highestDegree)),
    column("school", 22, ({ item }) => item.school),
    column("tier", 8, ({ item }) => item.schoolTier),
    column("years", 8, ({ item }) => item.yearsOfWork),
    column("city", 12, ({ item }) => item.city),
    column("skills", 40, ({ item }) => item.skills.join(", ")),
    column("tags", 20, ({ item }) => item.tags.join(", ")),
    column("positions", 30, ({ item }) =>
      item.positions.map(({ title, stage }) => `${title} (${sayKnown(stages, stage) ?? stage})`).join(", "),
    ),
    column("source", 10, ({ item }) => sayKnown(sources, item.source) ?? item.source),
    column("received", 20, ({ item }) => item.receivedAt),
    column("file", 24, ({ item }) => item.fileName),
  ];
}

/**
 * A spreadsheet takes text that begins so for a formula, and a resume may hold one on purpose (CWE-1236). An
 * apostrophe in front makes it text again, as OWASP advises.
 */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
