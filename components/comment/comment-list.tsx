"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CommentForm } from "@/components/comment/comment-form";
import { Link } from "@/components/ui/link";
import { ListStates } from "@/components/ui/list-states";
import { Problem } from "@/components/ui/notices";
import { splitMentions } from "@/lib/comment/find-mentions";
import { commentsQuery, deleteComment, readMentions } from "@/lib/comment/queries";
import type { Comment } from "@/lib/comment/schema";
import { resumePageKey } from "@/lib/resume/page-queries";

type CommentListProps = {
  resumeId: string;
  /** What is written here belongs to it; others' comments on other positions are left out. */
  applicationId?: string;
};

/** What colleagues wrote about a candidate, with a box to add to it. */
export default function CommentList({ resumeId, applicationId }: CommentListProps) {
  const t = useTranslations("comments");
  const query = useQuery(commentsQuery(resumeId));
  const isHere = ({ position }: Comment) => !applicationId || !position || position.applicationId === applicationId;
  const unread = (query.data ?? []).filter((one) => one.isUnread && isHere(one)).map(({ id }) => id);
  const unreadKey = unread.join(",");
  const { mutate: read } = useMutation({ mutationFn: readMentions });
  // On the screen is read; the mark stays until the list is fetched again.
  useEffect(() => {
    if (unreadKey) read(unreadKey.split(","));
  }, [unreadKey, read]);
  return (
    <div className="flex flex-col text-sm">
      <div className="border-line border-b px-5 py-3 print:hidden">
        <CommentForm applicationId={applicationId ?? null} resumeId={resumeId} />
      </div>
      <ListStates
        empty={(all) => !all.some(isHere) && <p className="px-5 py-4 text-ink-faint">{t("none")}</p>}
        query={query}
      >
        {(all) => (
          <ul>
            {all.filter(isHere).map((comment) => (
              <CommentItem comment={comment} key={comment.id} resumeId={resumeId} showsPosition={!applicationId} />
            ))}
          </ul>
        )}
      </ListStates>
    </div>
  );
}

type CommentItemProps = { comment: Comment; resumeId: string; showsPosition: boolean };

function CommentItem({ comment, resumeId, showsPosition }: CommentItemProps) {
  const t = useTranslations("comments");
  const common = useTranslations("common");
  const format = useFormatter();
  const queryClient = useQueryClient();
  const [isEdited, setEdited] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteComment(resumeId, comment.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: resumePageKey(resumeId) }),
  });
  const { text, author, isOwn, canDelete, isDeleted, isUnread, mentions, position, createdAt, editedAt } = comment;
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const action = "text-ink-faint hover:text-ink hover:underline print:hidden";
  return (
    <li className="border-line border-b px-5 py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-2 text-xs">
        <span className="font-medium">{author ?? t("former_colleague")}</span>
        <time className="tabular text-ink-faint" dateTime={createdAt}>
          {time(createdAt)}
        </time>
        {editedAt && !isDeleted && (
          <span className="text-ink-faint" title={time(editedAt)}>
            {t("edited")}
          </span>
        )}
        {isUnread && <strong className="font-medium text-accent">{t("calls_you")}</strong>}
        {showsPosition && position && (
          <Link
            className="text-accent hover:underline"
            href={`/positions/${position.id}/board?application=${position.applicationId}`}
          >
            {position.title}
          </Link>
        )}
        <span className="ml-auto flex gap-3">
          {isOwn && !isEdited && (
            <button className={action} onClick={() => setEdited(true)} type="button">
              {t("edit")}
            </button>
          )}
          {canDelete && (
            <button className={action} disabled={remove.isPending} onClick={() => remove.mutate()} type="button">
              {common("delete")}
            </button>
          )}
        </span>
      </div>
      {remove.error && <Problem>{remove.error.message}</Problem>}
      {isEdited ? (
        <CommentForm
          applicationId={position?.applicationId ?? null}
          edited={comment}
          onDone={() => setEdited(false)}
          resumeId={resumeId}
        />
      ) : (
        <p
          className={
            isDeleted ? "mt-0.5 text-ink-faint italic" : "mt-0.5 whitespace-pre-wrap break-words leading-relaxed"
          }
        >
          {isDeleted
            ? t("deleted")
            : splitMentions(text, mentions, new Set()).map(({ text: part, person }, index) =>
                person ? (
                  <span className="font-medium text-accent" key={index}>
                    {part}
                  </span>
                ) : (
                  part
                ),
              )}
        </p>
      )}
    </li>
  );
}
