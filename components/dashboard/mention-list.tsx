import { getFormatter, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import type { WaitingMention } from "@/lib/comment/schema";

type MentionListProps = { mentions: WaitingMention[]; total: number };

/** Comments that call the viewer; each leads to where it is read. */
export async function MentionList({ mentions, total }: MentionListProps) {
  const t = await getTranslations("comments");
  const format = await getFormatter();
  return (
    <section aria-labelledby="mentions">
      <h2 className="mb-2 font-semibold text-lg" id="mentions">
        {t("waiting", { count: total })}
      </h2>
      <ul className="border-line border-t text-sm">
        {mentions.map(({ commentId, resumeId, candidateName, positionTitle, author, createdAt }) => (
          <li className="border-line border-b" key={commentId}>
            <Link
              className="flex min-h-10 flex-wrap items-center gap-x-3 px-1 py-1.5 hover:bg-hover"
              href={`/resumes/${resumeId}?tab=comments`}
            >
              <span className="font-medium">{author ?? t("former_colleague")}</span>
              {t("about", { candidate: candidateName ?? "" })}
              {positionTitle && <span className="text-ink-soft">{positionTitle}</span>}
              <time className="tabular ml-auto text-ink-faint text-xs" dateTime={createdAt}>
                {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
              </time>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
