"use client";

import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/call-api";
import type { RetentionPreview } from "@/lib/privacy/schema";

const ConfirmDialog = dynamic(() => import("@/components/ui/confirm-dialog"), { ssr: false });

/** Who the rules would erase now; nobody goes before somebody has seen this and says so. */
export function RetentionPreviewPanel({ preview: { count, held, candidates } }: { preview: RetentionPreview }) {
  const t = useTranslations("privacy");
  const format = useFormatter();
  const router = useRouter();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const run = useMutation({
    mutationFn: () =>
      callApi("/api/v1/retention", async () => (await import("@/lib/privacy/schema")).retentionStarted, {
        method: "POST",
        json: { count },
      }),
    onSuccess: ({ erased }) => {
      toast(t("run_done", { count: erased }));
      setAsking(false);
    },
    onSettled: () => router.refresh(),
  });
  return (
    <section aria-labelledby="retention-preview">
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h2 className="font-semibold text-lg" id="retention-preview">
          {t("preview")}
        </h2>
        {count > 0 && (
          <Button className="ml-auto" onClick={() => setAsking(true)} variant="danger">
            {t("run", { count })}
          </Button>
        )}
      </div>
      <p className="mb-2 text-ink-soft text-sm">
        {count + held === 0 ? t("preview_none") : t("preview_count", { count, held })}
        {candidates.length < count && ` ${t("preview_first", { count: candidates.length })}`}
      </p>
      {candidates.length > 0 && (
        <Table columns={[{ label: t("who") }, { label: t("rule") }, { label: t("since") }]}>
          {candidates.map(({ candidateId, number, resumeId, rule, since }) => (
            <tr key={candidateId}>
              <td className="font-medium">
                {resumeId ? (
                  <Link className="hover:underline" href={`/resumes/${resumeId}?tab=privacy`}>
                    {t("candidate_number", { number: String(number) })}
                  </Link>
                ) : (
                  t("candidate_number", { number: String(number) })
                )}
              </td>
              <td className="text-ink-soft">{t(`rule_${rule}`)}</td>
              <td className="tabular text-ink-faint">{format.dateTime(new Date(since), { dateStyle: "medium" })}</td>
            </tr>
          ))}
        </Table>
      )}
      {isAsking && (
        <ConfirmDialog
          confirmLabel={t("erase_now")}
          error={run.error}
          isBusy={run.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => run.mutate()}
          text={t("run_text", { count })}
          title={t("run_title")}
        />
      )}
    </section>
  );
}
