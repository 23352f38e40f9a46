import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type Locale, locales } from "@/lib/i18n/locale";
import { defaultTemplates } from "@/lib/message/default-templates";
import { unknownVariables } from "@/lib/message/fill-template";
import { type MessageKind, messageKinds, messageVariables } from "@/lib/message/kinds";
import type { SaveTemplateInput, TemplateView } from "@/lib/message/schema";

/** Every kind of letter in both languages: the organisation's own wording, or ours. */
export async function listTemplates({ viewer }: { viewer: Viewer }): Promise<TemplateView[]> {
  assertCan(viewer, "message:write");
  const rows = await scopedDb(viewer.organisationId).messageTemplate.findMany();
  return locales.flatMap((locale) =>
    messageKinds.map((kind) => {
      const own = rows.find((row) => row.kind === kind && row.locale === locale);
      const { subject, body } = own ?? defaultTemplates[locale][kind];
      return { kind, locale, subject, body, variables: [...messageVariables[kind]], isOwn: own !== undefined };
    }),
  );
}

/** @throws bad_request for a variable that the kind does not have */
export async function saveTemplate({ kind, locale, texts, viewer }: SaveTemplateInput & { viewer: Viewer }) {
  assertCan(viewer, "settings:write");
  const { organisationId, userId: updatedById } = viewer;
  const unknown = texts ? unknownVariables(kind, `${texts.subject}\n${texts.body}`) : [];
  if (unknown.length > 0)
    throw new AppError("bad_request", "unknown_variable", { values: { names: unknown.join(", ") } });
  await scopedDb(organisationId).$transaction(async (tx) => {
    await tx.messageTemplate.deleteMany({ where: { kind, locale } });
    if (texts) await tx.messageTemplate.create({ data: { ...texts, organisationId, kind, locale, updatedById } });
    const details = { kind, locale, isOwn: texts !== null };
    await recordAudit(tx, {
      ...{ viewer, action: "message.template_saved", subjectType: "message_template", subjectId: null, details },
    });
  });
}

export async function findTemplate(organisationId: string, kind: MessageKind, locale: Locale) {
  const own = await scopedDb(organisationId).messageTemplate.findFirst({ where: { kind, locale } });
  return own ?? defaultTemplates[locale][kind];
}
