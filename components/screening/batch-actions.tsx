"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pause, Play, RotateCcw, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { batchActions } from "@/lib/screening/kinds";
import { changeBatch, isRunning, screeningKey } from "@/lib/screening/queries";
import type { BatchView } from "@/lib/screening/schema";

const ConfirmDialog = dynamic(() => import("@/components/ui/confirm-dialog"), { ssr: false });

/** What can be done with a screening as it stands: pause, resume, cancel, try again what failed. */
export function BatchActions({ batch }: { batch: BatchView }) {
  const t = useTranslations("batch");
  const toast = useToast();
  const queryClient = useQueryClient();
  const [isCancelling, setCancelling] = useState(false);
  const change = useMutation({
    mutationFn: (action: (typeof batchActions)[number]) => changeBatch(batch.id, action),
    onSuccess: () => setCancelling(false),
    onError: (error, action) => action !== "cancel" && toast(error.message),
    onSettled: () => queryClient.invalidateQueries({ queryKey: screeningKey }),
  });
  const { state, isPaused, total, completed, failed, cancelled } = batch;
  const isOpen = isRunning(state);
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {failed > 0 && (
        <Button disabled={change.isPending} onClick={() => change.mutate("retry")} size="sm">
          <RotateCcw aria-hidden="true" />
          {t("retry", { count: failed })}
        </Button>
      )}
      {isOpen && (
        <>
          <Button disabled={change.isPending} onClick={() => change.mutate(isPaused ? "resume" : "pause")} size="sm">
            {isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
            {t(isPaused ? "resume" : "pause")}
          </Button>
          <Button disabled={change.isPending} onClick={() => setCancelling(true)} size="sm" variant="quiet">
            <X aria-hidden="true" />
            {t("cancel")}
          </Button>
        </>
      )}
      {isCancelling && (
        <ConfirmDialog
          confirmLabel={t("cancel_confirm")}
          error={change.error}
          isBusy={change.isPending}
          onClose={() => setCancelling(false)}
          onConfirm={() => change.mutate("cancel")}
          text={t("cancel_text", { open: total - completed - failed - cancelled, completed })}
          title={t("cancel_title")}
        />
      )}
    </div>
  );
}
