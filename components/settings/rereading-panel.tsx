"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ListStates } from "@/components/ui/list-states";
import { Problem } from "@/components/ui/notices";
import { rereadingQuery, rereadOutdated } from "@/lib/resume/queries";
import type { Rereading } from "@/lib/resume/rereading/schema";

/** What an older reader read, and reading it again with the present one. */
export function RereadingPanel() {
  const t = useTranslations("rereading");
  const queryClient = useQueryClient();
  const query = useQuery(rereadingQuery());
  const request = useMutation({
    mutationFn: rereadOutdated,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: rereadingQuery().queryKey }),
  });
  return (
    <section aria-labelledby="rereading">
      <h2 className="font-semibold text-lg" id="rereading">
        {t("title")}
      </h2>
      <p className="mb-3 max-w-160 text-ink-soft text-sm">{t("text")}</p>
      <ListStates empty={() => null} query={query}>
        {(counts) => <Progress counts={counts} isAsking={request.isPending} onAsk={() => request.mutate()} />}
      </ListStates>
      {request.error && <Problem>{request.error.message}</Problem>}
    </section>
  );
}

type ProgressProps = { counts: Rereading; isAsking: boolean; onAsk: () => void };

function Progress({ counts, isAsking, onAsk }: ProgressProps) {
  const t = useTranslations("rereading");
  const format = useFormatter();
  const { total, outdated, waiting, failed } = counts;
  const current = total - outdated;
  if (outdated === 0 && waiting === 0) return <p className="text-sm">{t("none", { total })}</p>;
  return (
    <div className="flex max-w-160 flex-col items-start gap-2 text-sm">
      <p className="tabular" role="status">
        {waiting > 0 ? t("waiting", { waiting }) : t("outdated", { outdated })}
      </p>
      <div className="flex w-full items-center gap-3">
        <progress aria-label={t("progress")} className="h-1.5 flex-1 accent-accent" max={total} value={current} />
        <span className="tabular text-ink-faint">
          {format.number(current)} / {format.number(total)}
        </span>
      </div>
      {failed > 0 && <p className="text-partly">{t("failed", { failed })}</p>}
      {waiting === 0 && (
        <Button disabled={isAsking} onClick={onAsk}>
          {t("ask", { outdated })}
        </Button>
      )}
    </div>
  );
}
