"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useImport } from "@/components/import/import-provider";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { requestSampleData, sampleDataQuery } from "@/lib/sample-data/queries";

/** Adds the sample data; the import tray shows how far it is. */
export function TrySampleData({ isAgain = false }: { isAgain?: boolean }) {
  const t = useTranslations("sample");
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { follow } = useImport();
  const request = useMutation({
    mutationFn: requestSampleData,
    onSuccess: ({ batchId, total }) => {
      follow(batchId, total);
      router.push("/resumes");
      return queryClient.invalidateQueries({ queryKey: sampleDataQuery().queryKey });
    },
    onError: (error) => toast(error.message),
  });
  return (
    <Button disabled={request.isPending} onClick={() => request.mutate()} size={isAgain ? "sm" : "md"}>
      {isAgain ? t("go_on") : t("try")}
    </Button>
  );
}
