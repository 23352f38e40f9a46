import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { privacyRecordKinds, privacyRecordWays } from "@/lib/privacy/kinds";
import type { PersonData } from "@/lib/privacy/read-person";

type WritePersonIndex = { data: PersonData; files: string[]; locale: Locale; made: Date };

/** The same to read, without a script or an address of another server. */
export function writePersonIndex({ data, files, locale, made }: WritePersonIndex): string {
  const t = translator(locale);
  const day = (at: unknown) => String(at ?? "").slice(0, 10);
  const list = (items: string[]) =>
    items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>` : "";
  const section = (title: string, body: string) => (body ? `<section><h2>${text(title)}</h2>${body}</section>` : "");
  const title = t("person_export.title");
  const names = [...new Set(data.resumes.map(({ candidateName }) => candidateName).filter(Boolean))].map(String);
  const parts = [
    `<p>${text(t("person_export.made", { day: day(made.toISOString()) }))}</p>`,
    section(t("person_export.names"), list(names.map(text))),
    section(
      t("person_export.files"),
      list(
        files.map((name) => `<a href="${text(name.split("/").map(encodeURIComponent).join("/"))}">${text(name)}</a>`),
      ),
    ),
    ...data.resumes.map((resume) =>
      section(
        `${t("person_export.resume")}: ${resume.fileName}`,
        `<p>${text(t("person_export.received", { day: day(resume.receivedAt) }))}</p>
         ${facts(resume.sensitiveFields)}
         <details><summary>${text(t("person_export.text"))}</summary><pre>${text(resume.text ?? "")}</pre></details>
         ${list(resume.comments.map((comment) => `${text(day(comment.createdAt))}: ${text(comment.text)}`))}`,
      ),
    ),
    ...data.applications.map((application) =>
      section(
        `${t("person_export.application")}: ${application.position.title}`,
        `<p>${text(t(`stages.${application.stage}`))}, ${text(day(application.createdAt))}</p>` +
          list([
            ...application.screenings.map(
              (run) =>
                `${text(t("person_export.screening"))} ${text(day(run.createdAt))}: ${text(run.comprehensiveScore ?? "-")}`,
            ),
            ...application.decisions.map(
              (one) =>
                `${text(t("person_export.decision"))} ${text(day(one.createdAt))}: ${text(one.outcome)}. ${text(one.reason)}`,
            ),
            ...application.offers.map(
              (one) =>
                `${text(t("person_export.offer"))} ${text(day(one.createdAt))}: ${text(one.salary)}, ${text(one.startDate)}`,
            ),
            ...application.letters.map(
              (one) =>
                `${text(t("person_export.letter"))} ${text(day(one.createdAt))}: ${text(one.subject)}<pre>${text(one.body)}</pre>`,
            ),
          ]) +
          application.interviews
            .map(
              (one) =>
                `<h3>${text(t("person_export.interview"))} ${text(day(one.startedAt ?? one.createdAt))}</h3>` +
                list(
                  one.said.filter((said) => said.text).map((said) => `<b>${text(said.speaker)}</b> ${text(said.text)}`),
                ),
            )
            .join(""),
      ),
    ),
    section(
      t("person_export.recordings"),
      list(data.videos.map((video) => `${text(video.name)}, ${text(day(video.createdAt))}`)),
    ),
    section(
      t("person_export.consents"),
      list([
        ...data.consents.map(
          (one) =>
            `${text(t(`privacy.consent_${one.kind}`))}: ${text(one.way)}, ${text(day(one.at))}${one.text ? `<blockquote>${text(one.text)}</blockquote>` : ""}`,
        ),
        ...data.privacyRecords.map(
          (one) =>
            `${text(t(`privacy.kind_${kindOf(one.kind)}`))}: ${text(t(`privacy.way_${wayOf(one.way)}`))}, ${text(day(one.at))}. ${text(one.note)}`,
        ),
      ]),
    ),
    section(
      t("person_export.audit"),
      list(data.audit.map((one) => `${text(one.createdAt)} ${text(one.action)} ${text(one.outcome)}`)),
    ),
  ];
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${text(title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{font:15px/1.6 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap}h2{margin-top:2rem}</style>
</head><body><h1>${text(title)}</h1>${parts.join("\n")}</body></html>
`;
}

function kindOf(kind: string) {
  return privacyRecordKinds.find((one) => one === kind) ?? "notice";
}

function wayOf(way: string) {
  return privacyRecordWays.find((one) => one === way) ?? "other";
}

function facts(values: unknown): string {
  if (typeof values !== "object" || values === null) return "";
  const rows = Object.entries(values).flatMap(([key, field]) => {
    const value = typeof field === "object" && field !== null && "value" in field ? field.value : null;
    return value ? [`<dt>${text(key)}</dt><dd>${text(value)}</dd>`] : [];
  });
  return rows.length > 0 ? `<dl>${rows.join("")}</dl>` : "";
}

function text(value: unknown): string {
  return String(value ?? "").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
