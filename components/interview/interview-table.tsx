"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { InterviewListItem } from "@/lib/interview/page-schema";

export function InterviewTable({ interviews }: { interviews: InterviewListItem[] }) {
  const t = useTranslations("interviews");
  const format = useFormatter();
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <Table
      columns={[
        { label: t("column_candidate") },
        { label: t("column_position") },
        { label: t("column_state") },
        { label: t("column_interviewers"), look: "max-sm:hidden" },
        { label: t("column_time"), look: "max-sm:hidden" },
      ]}
      isPageWide
    >
      {interviews.map((interview) => (
        <tr key={interview.id}>
          <td>
            <Link
              className="font-medium hover:underline"
              href={`/interviews/${interview.id}${interview.state === "live" ? "/live" : ""}`}
            >
              {interview.candidateName}
            </Link>
            {interview.round > 1 && (
              <span className="ml-2 text-ink-faint text-xs">{t("round", { round: interview.round })}</span>
            )}
          </td>
          <td className="text-ink-soft">{interview.positionTitle}</td>
          <td>{t(`state_${interview.state}`)}</td>
          <td className="text-ink-soft max-sm:hidden">{interview.interviewers.join("、")}</td>
          <td className="tabular text-ink-faint max-sm:hidden">
            {time(interview.startedAt ?? interview.scheduledAt ?? interview.createdAt)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
