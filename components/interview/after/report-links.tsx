"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { PdfReportButton } from "@/components/screening/pdf-report-button";
import { Button } from "@/components/ui/button";
import { reportFormats } from "@/lib/interview/kinds";

/** The report as a file, in the reader's language. */
export function ReportLinks({ interviewId }: { interviewId: string }) {
  const t = useTranslations("interview");
  return (
    <div className="ml-auto flex flex-wrap gap-1 print:hidden">
      <PdfReportButton kind="interview" subjectId={interviewId} />
      {reportFormats.map((format) => (
        <Button asChild key={format}>
          <a
            aria-label={t("download_as", { format: t(`format_${format}`) })}
            href={`/api/v1/interviews/${interviewId}/report?format=${format}`}
          >
            <Download aria-hidden="true" />
            {t(`format_${format}`)}
          </a>
        </Button>
      ))}
    </div>
  );
}
