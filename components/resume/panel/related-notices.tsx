"use client";

import { Copy, FileStack, UserRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { JoinButton } from "@/components/resume/panel/join-button";
import { Link } from "@/components/ui/link";
import type { OtherResume, RelatedResumes } from "@/lib/resume/page-schema";

type RelatedNoticesProps = { resumeId: string; related: RelatedResumes; canWrite: boolean };

/** The same file or text, the same person, and nearly the same text: three things that are easily taken for one. */
export function RelatedNotices({ resumeId, related, canWrite }: RelatedNoticesProps) {
  const t = useTranslations("resume_page");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  const { sameFile, sameText, samePerson, nearDuplicates } = related;
  return (
    <>
      {(sameFile.length > 0 || sameText.length > 0) && (
        <Notice icon={<Copy aria-hidden="true" />} text={t("same_copy_text")} title={t("same_copy")}>
          {sameFile.map(({ fileName, receivedAt }) => (
            <li className="break-all" key={receivedAt}>
              {fileName} <span className="text-ink-faint">{t("same_file")}</span>
            </li>
          ))}
          {sameText.map((other) => (
            <li key={other.id}>
              <OtherLink other={other} /> <span className="text-ink-faint">{t("same_text")}</span>
            </li>
          ))}
        </Notice>
      )}
      {samePerson.length > 0 && (
        <Notice icon={<UserRound aria-hidden="true" />} text={t("same_person_text")} title={t("same_person")}>
          {samePerson.map(({ marks, similarity, ...other }) => (
            <li className="flex flex-wrap items-center gap-x-2" key={other.id}>
              <OtherLink other={other} />
              <span className="text-ink-faint">
                {marks.map((mark) => t(`same_${mark}`)).join(t("list_comma"))}
                {similarity !== null && ` · ${t("alike", { share: percent(similarity) })}`}
              </span>
              {canWrite && <JoinButton other={other} resumeId={resumeId} />}
            </li>
          ))}
        </Notice>
      )}
      {nearDuplicates.length > 0 && (
        <Notice icon={<FileStack aria-hidden="true" />} text={t("near_text")} title={t("near")}>
          {nearDuplicates.map(({ similarity, ...other }) => (
            <li key={other.id}>
              <OtherLink other={other} />{" "}
              <span className="tabular text-ink-faint">{t("alike", { share: percent(similarity) })}</span>
            </li>
          ))}
        </Notice>
      )}
    </>
  );
}

type NoticeProps = { icon: ReactNode; title: string; text: string; children: ReactNode };

function Notice({ icon, title, text, children }: NoticeProps) {
  return (
    <section aria-label={title} className="flex gap-2.5 border-line border-b px-5 py-3 text-sm">
      <span className="mt-0.5 text-ink-faint [&_svg]:size-4">{icon}</span>
      <div className="min-w-0 flex-1">
        <h2 className="font-medium">{title}</h2>
        <p className="text-ink-faint text-xs">{text}</p>
        <ul className="mt-1 flex flex-col gap-1">{children}</ul>
      </div>
    </section>
  );
}

export function OtherLink({ other }: { other: OtherResume }) {
  return (
    <Link className="break-all font-medium hover:underline" href={`/resumes/${other.id}`} title={other.fileName}>
      {other.candidateName ?? other.fileName}
    </Link>
  );
}
