"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";

export function DismissChecklist() {
  const t = useTranslations("checklist");
  const router = useRouter();
  const toast = useToast();
  const dismiss = useMutation({
    mutationFn: () => callApi("/api/v1/checklist", noContent, { method: "PUT", json: { isDismissed: true } }),
    onSuccess: () => router.refresh(),
    onError: (error) => toast(error.message),
  });
  return (
    <Button disabled={dismiss.isPending} onClick={() => dismiss.mutate()} size="sm" variant="quiet">
      {t("dismiss")}
    </Button>
  );
}
