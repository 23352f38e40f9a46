"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { InterviewButton } from "@/components/interview/interview-button";
import { Link } from "@/components/ui/link";
import { ListStates } from "@/components/ui/list-states";
import { Empty } from "@/components/ui/notices";
import { interviewsQuery } from "@/lib/interview/queries";

type CandidateInterviewsProps = {
  resumeId: string;
  applications: { id: string; positionTitle: string }[];
};

/** Every interview with the candidate, and the way to the next one. */
export default function CandidateInterviews({ resumeId, applications }: CandidateInterviewsProps) {
  const t = useTranslations("interviews");
  const format = useFormatter();
  const query = useQuery(interviewsQuery({ resumeId }));
  return (
    <>
      <div className="flex flex-wrap gap-2 px-5 py-3">
        {applications.map(({ id, positionTitle }) => (
          <InterviewButton application={{ id, resumeId, label: positionTitle }} key={id} label={positionTitle} />
        ))}
      </div>
      <ListStates
        empty={(interviews) => interviews.length === 0 && <Empty title={t("none_of_candidate")} />}
        query={query}
      >
        {(interviews) => (
          <ul className="text-sm">
            {interviews.map((interview) => (
              <li className="flex items-baseline gap-3 border-line border-b px-5 py-2" key={interview.id}>
                <Link
                  className="min-w-0 flex-1 truncate font-medium hover:underline"
                  href={`/interviews/${interview.id}`}
                >
                  {interview.positionTitle} · {t("round", { round: interview.round })}
                </Link>
                <span className="tabular text-ink-faint text-xs">
                  {format.dateTime(new Date(interview.startedAt ?? interview.scheduledAt ?? interview.createdAt), {
                    dateStyle: "medium",
                  })}
                </span>
                <span className="w-20 text-right">{t(`state_${interview.state}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </ListStates>
    </>
  );
}
