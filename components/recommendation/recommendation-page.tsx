"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { RecommendationView } from "@/components/recommendation/recommendation-view";
import { DecisionForm } from "@/components/screening/decision-form";
import { PdfReportButton } from "@/components/screening/pdf-report-button";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty, Problem } from "@/components/ui/notices";
import { makeRecommendation, recommendationQuery } from "@/lib/recommendation/queries";
import { applicationQuery } from "@/lib/screening/queries";

const LetterPanel = dynamic(() => import("@/components/message/letter-panel").then((file) => file.LetterPanel), {
  ssr: false,
});
const OfferPanel = dynamic(() => import("@/components/offer/offer-panel").then((file) => file.OfferPanel), {
  ssr: false,
});

const dossierFormats = ["docx", "xlsx", "csv"] as const;

type RecommendationPageProps = {
  applicationId: string;
  canDecide: boolean;
  /** Letters and offers. */
  canWrite: boolean;
};

/** What the system recommends, with all it rests on, and beside it what a person decides. */
export function RecommendationPage({ applicationId, canDecide, canWrite }: RecommendationPageProps) {
  const t = useTranslations("recommendation");
  const resumes = useTranslations("resume");
  const dossier = useTranslations("dossier");
  const report = useTranslations("report");
  const format = useFormatter();
  const queryClient = useQueryClient();
  const { data: application } = useQuery(applicationQuery(applicationId));
  const query = recommendationQuery(applicationId);
  const { data: found } = useQuery(query);
  const make = useMutation({
    mutationFn: () => makeRecommendation(applicationId),
    onSuccess: (made) => queryClient.setQueryData(query.queryKey, made),
  });
  if (!application) return null;
  const { position } = application;
  const again = (
    <Button disabled={make.isPending} onClick={() => make.mutate()} variant={found ? "secondary" : "primary"}>
      {t(found ? "again" : "make")}
    </Button>
  );
  return (
    <>
      <PageHeader
        actions={
          found && (
            <>
              <Button asChild>
                <Link href={`/positions/${position.id}/finalists`}>{t("finalists")}</Link>
              </Button>
              <PdfReportButton kind="dossier" label={dossier("pdf")} subjectId={applicationId} />
              <span className="flex gap-2 text-accent text-sm">
                {dossierFormats.map((format) => (
                  <a
                    className="hover:underline"
                    download
                    href={`/api/v1/applications/${applicationId}/dossier?format=${format}`}
                    key={format}
                  >
                    {report(`format_${format}`)}
                  </a>
                ))}
              </span>
              {again}
            </>
          )
        }
        note={
          found &&
          t("made", { time: format.dateTime(new Date(found.createdAt), { dateStyle: "medium", timeStyle: "short" }) })
        }
        title={
          <>
            <Link className="hover:underline" href={`/resumes/${application.resumeId}`}>
              {application.candidateName ?? resumes("unnamed")}
            </Link>{" "}
            <Link
              className="font-normal text-ink-soft hover:underline"
              href={`/positions/${position.id}/board?application=${applicationId}`}
            >
              {position.title}
            </Link>
          </>
        }
      />
      <div className="flex gap-8 p-5 max-lg:flex-col max-sm:p-4">
        <div className="flex min-w-0 flex-1 flex-col gap-6">
          {canDecide && found && (
            <a className="text-accent text-sm hover:underline lg:hidden" href="#decision">
              {t("to_decision")}
            </a>
          )}
          {make.error && <Problem>{make.error.message}</Problem>}
          {found?.isOutdated && (
            <p className="rounded-md bg-accent-soft px-3 py-2 text-sm">
              {t("outdated", { sources: format.list(found.changed.map((kind) => t(`kind_${kind}`))) })}
            </p>
          )}
          {found ? (
            <RecommendationView found={found} />
          ) : (
            <Empty action={again} text={t("empty_text")} title={t("empty")} />
          )}
        </div>
        <aside aria-label={t("decision")} className="w-90 shrink-0 scroll-mt-4 max-lg:w-full" id="decision">
          <div className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
            <DecisionForm
              application={application}
              canDecide={canDecide}
              positionId={position.id}
              recommendationId={found?.id}
            />
            <OfferPanel applicationId={applicationId} canWrite={canWrite} />
            {canWrite && !application.isBlind && <LetterPanel application={application} />}
          </div>
        </aside>
      </div>
    </>
  );
}
