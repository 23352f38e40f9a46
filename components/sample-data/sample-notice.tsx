"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { TrySampleData } from "@/components/sample-data/try-sample-data";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { resumesKey } from "@/lib/resume/queries";
import { removeSampleData, sampleDataQuery } from "@/lib/sample-data/queries";
import type { SampleDataView } from "@/lib/sample-data/schema";

const ConfirmDialog = dynamic(() => import("@/components/ui/confirm-dialog"), { ssr: false });

/** Says that made-up resumes are here, how many are still coming, and takes them away again. */
export function SampleNotice({ initial, total }: { initial: SampleDataView; total: number }) {
  const t = useTranslations("sample");
  const toast = useToast();
  const queryClient = useQueryClient();
  const { data: sample } = useQuery({ ...sampleDataQuery(), initialData: initial });
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: removeSampleData,
    onSuccess: (removed) => {
      toast(t("removed", removed));
      setAsking(false);
      // Positions, boards and counts are gone as well.
      return queryClient.invalidateQueries();
    },
  });
  const { state, resumes } = sample;
  useEffect(() => {
    if (resumes > 0) void queryClient.invalidateQueries({ queryKey: resumesKey });
  }, [queryClient, resumes]);

  if (state === "none") return null;
  const notice = {
    running: t("adding", { resumes, total }),
    completed: t("notice", sample),
    failed: t("failed", sample),
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-sunken px-5 py-1.5 text-ink-soft text-sm max-sm:px-4 print:hidden">
      <p className="tabular flex min-w-0 items-start gap-2" role="status">
        <FlaskConical aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {notice[state]}
      </p>
      {state === "failed" && <TrySampleData isAgain />}
      {state !== "running" && (
        <Button onClick={() => setAsking(true)} size="sm" variant="quiet">
          {t("remove")}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          confirmLabel={t("remove_confirm", sample)}
          error={remove.error}
          isBusy={remove.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => remove.mutate()}
          text={t("remove_text", sample)}
          title={t("remove_title")}
        />
      )}
    </div>
  );
}
