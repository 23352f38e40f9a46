"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { Becomes } from "@/components/ui/becomes";
import { Dialog } from "@/components/ui/dialog";
import { Problem } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import type { SavePositionInput } from "@/lib/position/schema";
import { previewChange } from "@/lib/screening/queries";
import type { MovedCandidate } from "@/lib/screening/schema";

type ChangePreviewDialogProps = { positionId: string; content: SavePositionInput; onClose: () => void };

/** Who would stand where after saving, and which of the changed requirements moves them. */
export default function ChangePreviewDialog({ positionId, content, onClose }: ChangePreviewDialogProps) {
  const t = useTranslations("positions");
  const common = useTranslations("common");
  const preview = useQuery({
    queryKey: ["preview", positionId, content],
    queryFn: () => previewChange(positionId, content),
    gcTime: 0,
    retry: false,
  });
  const { data } = preview;
  const moved = data?.candidates.filter(({ rankBefore, rankAfter }) => rankBefore !== rankAfter).length ?? 0;
  return (
    <Dialog
      closeLabel={common("close")}
      description={t("preview_hint")}
      isOpen
      onClose={onClose}
      shape="drawer"
      title={t("preview_title")}
    >
      <div className="flex flex-col gap-3 p-4 text-sm">
        {preview.error && <Problem>{preview.error.message}</Problem>}
        {preview.isPending && <p className="text-ink-soft">{t("preview_busy")}</p>}
        {data && (
          <p>
            {data.candidates.length === 0
              ? t("preview_none")
              : t("preview_moved", { moved, all: data.candidates.length })}
            {data.notCompared > 0 && ` ${t("preview_not_compared", { count: data.notCompared })}`}
          </p>
        )}
        {data && data.candidates.length > 0 && (
          <Table
            columns={[
              { label: t("preview_candidate"), look: "w-full" },
              { label: t("preview_place"), look: "num" },
              { label: t("preview_score"), look: "num" },
            ]}
            label={t("preview_title")}
          >
            {data.candidates.map((candidate) => (
              <CandidateRow candidate={candidate} key={candidate.applicationId} />
            ))}
          </Table>
        )}
      </div>
    </Dialog>
  );
}

function CandidateRow({ candidate }: { candidate: MovedCandidate }) {
  const t = useTranslations("positions");
  const format = useFormatter();
  const { candidateName, fileName, rankBefore, rankAfter, scoreBefore, scoreAfter, reasons } = candidate;
  const telling = reasons.filter(({ before, after, isReweighted }) => before !== after || isReweighted);
  const Arrow = rankAfter < rankBefore ? ArrowUp : ArrowDown;
  const score = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  return (
    <tr>
      <td className="align-top">
        <span className="break-words">{candidateName ?? fileName}</span>
        <ul className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5 text-ink-soft text-xs empty:hidden">
          {telling.map(({ text, before, after, isReweighted }) => (
            <li className="flex items-center gap-1.5" key={text}>
              {before && before !== after && <VerdictMark mark={before} />}
              {before && before !== after && <Becomes />}
              {after ? <VerdictMark mark={after} /> : <span className="text-ink-faint">{t("preview_dropped")}</span>}
              <span className="min-w-0 break-words">{text}</span>
              {isReweighted && <span className="shrink-0 text-ink-faint">{t("preview_reweighted")}</span>}
            </li>
          ))}
        </ul>
      </td>
      <td className="tabular whitespace-nowrap align-top">
        {rankBefore === rankAfter ? (
          rankAfter
        ) : (
          <span className="inline-flex items-center gap-1">
            {rankBefore}
            <Becomes />
            {rankAfter}
            <Arrow
              aria-label={rankAfter < rankBefore ? t("preview_up") : t("preview_down")}
              className={rankAfter < rankBefore ? "size-3.5 text-met" : "size-3.5 text-not-met"}
            />
          </span>
        )}
      </td>
      <td className="tabular whitespace-nowrap align-top">
        {scoreBefore !== scoreAfter && (
          <>
            {score(scoreBefore)} <Becomes />{" "}
          </>
        )}
        {score(scoreAfter)}
      </td>
    </tr>
  );
}
