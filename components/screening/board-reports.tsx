"use client";

import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PdfReportButton } from "@/components/screening/pdf-report-button";
import { useReport } from "@/components/screening/use-report";
import { Button } from "@/components/ui/button";

const ReportMenu = dynamic(() => import("@/components/screening/report-menu"), { ssr: false });

/** A board to take along: as PDF, as another file, or as an archive of reports on everybody. */
export default function BoardReports({ positionId }: { positionId: string }) {
  const t = useTranslations("report");
  const [isOpen, setOpen] = useState(false);
  const { make, percent } = useReport();
  const button = (
    <Button aria-haspopup="menu" aria-live="polite" disabled={percent !== null} onClick={() => setOpen(true)}>
      {percent === null ? t("more") : t("making_archive", { percent })}
      <ChevronDown aria-hidden="true" />
    </Button>
  );
  return (
    <>
      <PdfReportButton kind="shortlist" subjectId={positionId} />
      {isOpen ? (
        <ReportMenu
          onArchive={(format) => make({ kind: "archive", subjectId: positionId, format })}
          onClose={() => setOpen(false)}
          positionId={positionId}
          trigger={button}
        />
      ) : (
        button
      )}
    </>
  );
}
