"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { ProfileComparison } from "@/components/resume/panel/profile-comparison";
import { OtherLink } from "@/components/resume/panel/related-notices";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ListStates } from "@/components/ui/list-states";
import { Empty, Problem } from "@/components/ui/notices";
import { relatedQuery, splitCandidate } from "@/lib/resume/page-queries";
import type { OtherResume, RelatedResumes } from "@/lib/resume/page-schema";
import { resumesKey } from "@/lib/resume/queries";

/** The candidate's other resumes with what differs, and other files with this one's text. */
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
            {versions.map((version) => (
              <Version key={version.id} resumeId={resumeId} version={version}>
                {version.splitId && canWrite && (
                  <Button
                    disabled={split.isPending}
                    onClick={() => version.splitId && split.mutate(version.splitId)}
                    size="sm"
                  >
                    {t("split")}
                  </Button>
                )}
              </Version>
            ))}
            {sameText.map((other) => (
              <li className="border-line border-b px-5 py-2" key={other.id}>
                <Line note={t("same_text")} other={other} />
              </li>
            ))}
          </ul>
        </>
      )}
    </ListStates>
  );
}

type VersionProps = { resumeId: string; version: RelatedResumes["versions"][number]; children: ReactNode };

function Version({ resumeId, version, children }: VersionProps) {
  const t = useTranslations("resume_page");
  const format = useFormatter();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const until = version.splitUntil && format.dateTime(new Date(version.splitUntil), { dateStyle: "medium" });
  const joined = until ? t("joined_until", { until }) : t("joined_by_hand");
  return (
    <li className="border-line border-b py-2">
      <div className="px-5">
        <Line note={version.isJoined ? joined : t("same_candidate")} other={version}>
          {children}
        </Line>
        <button
          aria-controls={isOpen ? id : undefined}
          aria-expanded={isOpen}
          className="mt-1 flex items-center gap-1 rounded-xs text-ink-soft text-xs hover:text-ink"
          onClick={() => setOpen(!isOpen)}
          type="button"
        >
          <ChevronRight
            aria-hidden="true"
            className={cn("size-3.5 transition-transform duration-120", isOpen && "rotate-90")}
          />
          {t("differences")}
        </button>
      </div>
      {isOpen && (
        <div className="mt-2 border-line border-t" id={id}>
          <ProfileComparison changesOnly otherId={version.id} resumeId={resumeId} />
        </div>
      )}
    </li>
  );
}

function Line({ other, note, children }: { other: OtherResume; note: string; children?: ReactNode }) {
  const format = useFormatter();
  return (
    <div className="flex items-center gap-3">
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
    </div>
  );
}
