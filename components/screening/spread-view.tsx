"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useAmountInWords } from "@/components/screening/use-amount-in-words";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { ListStates } from "@/components/ui/list-states";
import { Problem } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import { modelFailures } from "@/lib/ai/kinds";
import type { ExpertsEstimate } from "@/lib/screening/experts/schema";
import { verdicts as allVerdicts } from "@/lib/screening/kinds";
import { isRunning } from "@/lib/screening/queries";
import { fewestTimes, mostTimes } from "@/lib/screening/spread/kinds";
import { spreadsQuery, startSpread } from "@/lib/screening/spread/queries";
import type { SpreadView as Spread } from "@/lib/screening/spread/schema";

type SpreadViewProps = { position: { id: string; title: string; isArchived: boolean } };

/** How far a model's answers to the same input differ, measured by asking anew, and published with date and model. */
export function SpreadView({ position }: SpreadViewProps) {
  const t = useTranslations("spread");
  const query = useQuery(spreadsQuery(position.id));
  return (
    <>
      <PageHeader
        note={
          <Link className="hover:underline" href={`/positions/${position.id}`}>
            {position.title}
          </Link>
        }
        title={t("title")}
      />
      <div className="flex max-w-240 flex-col gap-6 p-5 max-sm:p-4">
        <p className="max-w-160 text-ink-soft text-sm">{t("text")}</p>
        <ListStates empty={() => false} query={query}>
          {({ measurements, estimate }) => (
            <>
              {estimate && !position.isArchived && (
                <MeasureForm
                  estimate={estimate}
                  isBusy={measurements.some(({ state }) => isRunning(state))}
                  positionId={position.id}
                />
              )}
              {measurements.length === 0 && <p className="text-sm">{estimate ? t("none") : t("not_possible")}</p>}
              {measurements.map((measurement) => (
                <Measurement key={measurement.id} measurement={measurement} />
              ))}
            </>
          )}
        </ListStates>
      </div>
    </>
  );
}

type MeasureFormProps = { positionId: string; estimate: ExpertsEstimate; isBusy: boolean };

function MeasureForm({ positionId, estimate, isBusy }: MeasureFormProps) {
  const t = useTranslations("spread");
  const experts = useTranslations("experts");
  const { sayAmount, sayLeft } = useAmountInWords();
  const queryClient = useQueryClient();
  const { resumes, amount, currency, left } = estimate;
  const [times, setTimes] = useState(fewestTimes);
  const [candidates, setCandidates] = useState(Math.min(2, resumes));
  const measure = useMutation({
    mutationFn: startSpread,
    onSettled: () => queryClient.invalidateQueries({ queryKey: spreadsQuery(positionId).queryKey }),
  });
  const share = (times * candidates) / Math.max(1, resumes);
  const about = {
    inputTokens: Math.ceil(amount.inputTokens * share),
    outputTokens: Math.ceil(amount.outputTokens * share),
    cost: amount.cost && amount.cost * share,
    currency,
  };
  const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <form
      aria-label={t("measure")}
      className="flex flex-wrap items-end gap-3 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        measure.mutate({ positionId, times, candidates });
      }}
    >
      <Field label={t("candidates")}>
        {(props) => (
          <Select {...props} onChange={({ target }) => setCandidates(Number(target.value))} value={candidates}>
            {upTo(1, resumes).map((count) => (
              <option key={count}>{count}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("times")}>
        {(props) => (
          <Select {...props} onChange={({ target }) => setTimes(Number(target.value))} value={times}>
            {upTo(fewestTimes, mostTimes).map((count) => (
              <option key={count}>{count}</option>
            ))}
          </Select>
        )}
      </Field>
      <Button disabled={isBusy || measure.isPending} type="submit" variant="primary">
        {t("measure")}
      </Button>
      <p className="tabular w-full text-ink-soft">
        {experts("estimate")}: {sayAmount(about)}
        {(left.tokens !== null || left.cost !== null) && ` · ${experts("left")}: ${sayLeft({ ...left, currency })}`}
      </p>
      {measure.error && <Problem>{measure.error.message}</Problem>}
    </form>
  );
}

function Measurement({ measurement }: { measurement: Spread }) {
  const t = useTranslations("spread");
  const failures = useTranslations("model_failures");
  const format = useFormatter();
  const { sayAmount } = useAmountInWords();
  const { state, model, version, times, done, total, error, createdAt, results } = measurement;
  const at = format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" });
  const reasonOf = (code: string) => failures(modelFailures.find((failure) => failure === code) ?? "internal");
  return (
    <section aria-label={`${model}, ${at}`} className="border-line border-t pt-4 text-sm">
      <h2 className="font-semibold">
        {model} · {at}
      </h2>
      <p className="text-ink-soft">{t("of_version", { version, times })}</p>
      {isRunning(state) && (
        <p className="flex items-center gap-2" role="status">
          {t("progress", { done, total })}
          <progress aria-hidden="true" className="h-1.5 w-32 accent-accent" max={total} value={done} />
        </p>
      )}
      {error && <p className="text-danger">{t("failed", { reason: reasonOf(error) })}</p>}
      {results && results.candidates.length > 0 && (
        <>
          <p>{t("changed", { changed: results.changedVerdicts, verdicts: results.verdicts })}</p>
          <Table
            columns={[
              { label: t("column_candidate") },
              { label: t("column_rounds"), look: "number" },
              { label: t("column_score"), look: "number" },
              { label: t("column_spread"), look: "number" },
              { label: t("column_changed") },
            ]}
            label={t("title")}
          >
            {results.candidates.map((candidate) => (
              <CandidateRow candidate={candidate} key={candidate.applicationId} />
            ))}
          </Table>
        </>
      )}
      {results && results.failures.length > 0 && !error && (
        <p className="text-ink-soft">
          {t("missing", { count: results.failures.length, reason: reasonOf(results.failures[0] ?? "") })}
        </p>
      )}
      {results && results.usage.currency !== "" && (
        <p className="tabular mt-1 text-ink-faint text-xs">{t("cost", { amount: sayAmount(results.usage) })}</p>
      )}
    </section>
  );
}

type Candidate = NonNullable<Spread["results"]>["candidates"][number];

function CandidateRow({ candidate: { name, rounds, comprehensive, changed } }: { candidate: Candidate }) {
  const t = useTranslations("spread");
  const format = useFormatter();
  const score = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const { low, high } = comprehensive;
  return (
    <tr>
      <td>{name || t("somebody")}</td>
      <td className="number">{rounds}</td>
      <td className="number">{low === high ? score(low) : `${score(low)} – ${score(high)}`}</td>
      <td className="number">{score(high - low)}</td>
      <td>
        {changed.length === 0 && t("no_change")}
        <ul>
          {changed.map(({ text, verdicts }) => (
            <li className="flex flex-wrap items-center gap-x-2" key={text}>
              <span className="min-w-0 break-words">{text}</span>
              {allVerdicts.flatMap((verdict) =>
                verdicts[verdict] ? (
                  <span className="tabular inline-flex items-center gap-1" key={verdict}>
                    <VerdictMark mark={verdict} /> ×{verdicts[verdict]}
                  </span>
                ) : (
                  []
                ),
              )}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
