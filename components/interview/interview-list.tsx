"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InterviewTable } from "@/components/interview/interview-table";
import { PageHeader } from "@/components/shell/page-header";
import { changeAddress } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ListStates } from "@/components/ui/list-states";
import { Empty } from "@/components/ui/notices";
import { TableLinks } from "@/components/ui/table-links";
import { interviewsQuery } from "@/lib/interview/queries";

const NewInterviewDialog = dynamic(() => import("@/components/interview/new-interview-dialog"), { ssr: false });

const tabs = ["open", "over", "practice"] as const;

/** Interviews that are planned or under way, those that are over, and the own practice. */
export function InterviewList() {
  const t = useTranslations("interviews");
  const tab = tabs.find((key) => key === useSearchParams().get("show")) ?? "open";
  const isPractice = tab === "practice";
  const query = useQuery(interviewsQuery(isPractice ? { practice: "true" } : {}));
  const [isNew, setNew] = useState(false);
  const create = (
    <Button onClick={() => setNew(true)} variant="primary">
      {t(isPractice ? "practise" : "create")}
    </Button>
  );
  const isOpen = (state: string) => state === "planned" || state === "live";
  return (
    <>
      <PageHeader
        actions={
          <>
            {!isPractice && <TableLinks address="/api/v1/tables/interviews" />}
            {create}
          </>
        }
        title={t("title")}
      />
      <fieldset className="flex gap-1 border-line border-b px-5 py-2 max-sm:px-4">
        <legend className="sr-only">{t("filter")}</legend>
        {tabs.map((key) => (
          <button
            aria-pressed={tab === key}
            className={cn(
              "h-7 rounded-md px-2 text-ink-soft text-sm hover:bg-hover",
              tab === key && "bg-accent-soft font-medium text-accent",
            )}
            key={key}
            onClick={() => changeAddress({ show: key === "open" ? null : key })}
            type="button"
          >
            {t(`show_${key}`)}
          </button>
        ))}
      </fieldset>
      <ListStates
        empty={(interviews) => {
          const shown = isPractice ? interviews : interviews.filter(({ state }) => isOpen(state) === (tab === "open"));
          if (shown.length > 0) return null;
          return <Empty action={tab !== "over" && create} text={t(`empty_${tab}_text`)} title={t(`empty_${tab}`)} />;
        }}
        query={query}
      >
        {(interviews) => (
          <InterviewTable
            interviews={isPractice ? interviews : interviews.filter(({ state }) => isOpen(state) === (tab === "open"))}
          />
        )}
      </ListStates>
      {isNew && <NewInterviewDialog isPractice={isPractice} onClose={() => setNew(false)} />}
    </>
  );
}
