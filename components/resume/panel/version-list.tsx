"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { OtherLink } from "@/components/resume/panel/related-notices";
import { Button } from "@/components/ui/button";
import { ListStates } from "@/components/ui/list-states";
import { Empty, Problem } from "@/components/ui/notices";
import { relatedQuery, splitCandidate } from "@/lib/resume/page-queries";
import type { OtherResume } from "@/lib/resume/page-schema";
import { resumesKey } from "@/lib/resume/queries";

/** The candidate's other resumes, and other files with this one's text. */
export default function VersionList({ resumeId, canWrite }: { resumeId: string; canWrite: boolean }) {
  const t = useTranslations("resume_page");
  const queryClient = useQueryClient();
  const query = useQuery(relatedQuery(resumeId));
  const split = useMutation({
    mutationFn: splitCandidate,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: resumesKey }),
  });
  return (
    <ListStates
      empty={({ versions, sameText }) =>
        versions.length + sameText.length === 0 && <Empty text={t("no_versions_text")} title={t("no_versions")} />
      }
      query={query}
    >
      {({ versions, sameText }) => (
        <>
          {split.error && <Problem>{split.error.message}</Problem>}
          <ul className="text-sm">
            {versions.map(({ splitId, ...other }) => (
              <Line key={other.id} note={splitId ? t("joined_by_hand") : t("same_candidate")} other={other}>
                {splitId && canWrite && (
                  <Button disabled={split.isPending} onClick={() => split.mutate(splitId)} size="sm">
                    {t("split")}
                  </Button>
                )}
              </Line>
            ))}
            {sameText.map((other) => (
              <Line key={other.id} note={t("same_text")} other={other} />
            ))}
          </ul>
        </>
      )}
    </ListStates>
  );
}

function Line({ other, note, children }: { other: OtherResume; note: string; children?: React.ReactNode }) {
  const format = useFormatter();
  return (
    <li className="flex items-center gap-3 border-line border-b px-5 py-2">
      <div className="min-w-0 flex-1">
        <OtherLink other={other} />
        <p className="truncate text-ink-faint text-xs">
          {[note, other.currentTitle, other.fileName].filter(Boolean).join(" · ")}
        </p>
      </div>
      <span className="tabular text-ink-faint text-xs">
        {format.dateTime(new Date(other.receivedAt), { dateStyle: "medium" })}
      </span>
      {children}
    </li>
  );
}
