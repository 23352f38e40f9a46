"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useArchive } from "@/components/position/use-archive";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useToast } from "@/components/ui/toast";
import { duplicatePosition, positionsKey } from "@/lib/position/queries";

type PositionActionsProps = { positionId: string; isArchived: boolean; canWrite: boolean };

/** What can be done with a position as a whole. */
export function PositionActions({ positionId, isArchived, canWrite }: PositionActionsProps) {
  const t = useTranslations("positions");
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const archive = useArchive({ onDone: () => !isArchived && router.push("/positions") });
  const duplicate = useMutation({
    mutationFn: () => duplicatePosition(positionId),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: positionsKey });
      toast(t("duplicated"));
      router.push(`/positions/${id}`);
    },
  });
  const error = archive.error ?? duplicate.error;
  return (
    <>
      {error && (
        <span className="text-danger text-sm" role="alert">
          {error.message}
        </span>
      )}
      <Button asChild>
        <Link href={`/positions/${positionId}/board`}>{t("board")}</Link>
      </Button>
      <Button asChild variant="quiet">
        <Link href={`/positions/${positionId}/calibration`}>{t("calibrate")}</Link>
      </Button>
      <Button asChild variant="quiet">
        <a download href={`/api/v1/positions/${positionId}/export`}>
          <Download aria-hidden="true" />
          {t("export")}
        </a>
      </Button>
      {canWrite && (
        <>
          <Button disabled={duplicate.isPending} onClick={() => duplicate.mutate()} variant="quiet">
            {t("duplicate")}
          </Button>
          <Button
            disabled={archive.isPending}
            onClick={() => archive.mutate({ positionId, isArchived: !isArchived })}
            variant={isArchived ? "primary" : "danger"}
          >
            {isArchived ? t("restore") : t("archive")}
          </Button>
        </>
      )}
    </>
  );
}
