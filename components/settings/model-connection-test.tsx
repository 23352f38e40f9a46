"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/notices";
import { callApi } from "@/lib/api/call-api";

/** Asks each model that is set up, as saved, and says what failed. */
export function ModelConnectionTest({ isConfigured }: { isConfigured: boolean }) {
  const t = useTranslations("model");
  const failures = useTranslations("model_failures");
  const router = useRouter();
  const attempt = useMutation({
    mutationFn: () =>
      callApi("/api/v1/model-settings/test", async () => (await import("@/lib/ai/schema")).connectionTest, {
        method: "POST",
      }),
    onSettled: () => router.refresh(),
  });
  return (
    <div className="mt-4 flex max-w-160 flex-col gap-2 text-sm">
      <div className="flex items-center gap-3">
        <Button disabled={!isConfigured || attempt.isPending} onClick={() => attempt.mutate()}>
          {attempt.isPending ? t("testing") : t("test")}
        </Button>
        <span className="text-ink-faint text-xs">{t(isConfigured ? "test_hint" : "test_needs")}</span>
      </div>
      {attempt.error && <Problem>{attempt.error.message}</Problem>}
      <ul aria-live="polite">
        {attempt.data?.results.map(({ model, failureReason, durationMs }) => (
          <li className={failureReason ? "text-danger" : undefined} key={model}>
            <span className="break-all">{model}</span>
            {": "}
            {failureReason ? failures(failureReason) : t("works", { milliseconds: durationMs })}
          </li>
        ))}
      </ul>
    </div>
  );
}
