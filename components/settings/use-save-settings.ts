"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";
import type { SaveOrganisationSettingsInput } from "@/lib/organisation/schema";

/** Saves some of the organisation's settings, says so, and has the page show them. */
export function useSaveSettings(saved: string) {
  const router = useRouter();
  const toast = useToast();
  return useMutation({
    mutationFn: (json: SaveOrganisationSettingsInput) =>
      callApi("/api/v1/organisation-settings", noContent, { method: "PATCH", json }),
    onSuccess: () => {
      toast(saved);
      router.refresh();
    },
  });
}
