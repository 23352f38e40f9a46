import { useTranslations } from "next-intl";
import { HiddenTextList } from "@/components/resume/panel/hidden-text-list";
import type { ResumeDetail } from "@/lib/resume/schema";

type Notified = Pick<ResumeDetail, "document" | "profile" | "rereading">;

/** What a reader should know of how the file was read: where reading stopped, and that two people may be in it. */
export function ReadingNotices({ document, profile, rereading }: Notified) {
  const t = useTranslations("resume");
  const reasons = useTranslations("unreadable");
  const notices = [
    document?.isTruncated && truncated(document),
    rereading?.failure && t("not_read_again", { reason: reasons(rereading.failure) }),
    profile?.secondPerson && t("second_person", { name: profile.secondPerson.value }),
  ].filter((notice) => typeof notice === "string");
  return (
    <>
      {rereading?.failure === null && (
        <p className="border-line border-b px-5 py-2 text-ink-soft text-sm" role="status">
          {t("being_read_again")}
        </p>
      )}
      {notices.map((notice) => (
        <p className="border-line border-b px-5 py-2 text-partly text-sm" key={notice}>
          {notice}
        </p>
      ))}
      {document?.hidden && <HiddenTextList hidden={document.hidden} />}
    </>
  );

  function truncated({ pages, pageCount = 0, text }: NonNullable<ResumeDetail["document"]>) {
    return pageCount > pages.length
      ? t("truncated_pages", { read: pages.length, total: pageCount })
      : t("truncated", { read: text.length });
  }
}
