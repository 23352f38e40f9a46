"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input, Select, Textarea } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { offerStates } from "@/lib/offer/kinds";
import { offersQuery, saveOffer } from "@/lib/offer/queries";

/** What is offered: salary within the range, first day, notes; and what was offered before. */
export function OfferPanel({ applicationId, canWrite }: { applicationId: string; canWrite: boolean }) {
  const t = useTranslations("offer");
  const format = useFormatter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const query = offersQuery(applicationId);
  const { data: found } = useQuery(query);
  const save = useMutation({
    mutationFn: (input: Parameters<typeof saveOffer>[1]) => saveOffer(applicationId, input),
    onSuccess: () => {
      toast(t("saved"));
      void queryClient.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  if (!found || (!found.isOpen && found.offers.length === 0)) return null;
  const { range, offers, isOpen } = found;
  const [newest] = offers;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    save.mutate({
      ...{ salary: Number(form.get("salary")), startDate: String(form.get("startDate")) },
      notes: String(form.get("notes")),
      state: offerStates.find((state) => state === form.get("state")) ?? "draft",
    });
  };
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2 border-line border-t px-4 py-3 text-sm">
      <h3 className="font-semibold">{t("title")}</h3>
      {range.min !== null && range.max !== null && (
        <p className="text-ink-faint text-xs">
          {t("range", { min: format.number(range.min), max: format.number(range.max) })}
        </p>
      )}
      {canWrite && isOpen ? (
        <form className="flex flex-col gap-2 print:hidden" onSubmit={submit}>
          <Field label={t("salary")}>
            {(props) => (
              <Input
                {...props}
                defaultValue={newest?.salary ?? range.min ?? ""}
                max={range.max ?? undefined}
                min={range.min ?? 1}
                name="salary"
                required
                type="number"
              />
            )}
          </Field>
          <Field label={t("start_date")}>
            {(props) => <Input {...props} defaultValue={newest?.startDate} name="startDate" required type="date" />}
          </Field>
          <Field label={t("state")}>
            {(props) => (
              <Select {...props} defaultValue={newest?.state ?? "draft"} name="state">
                {offerStates.map((state) => (
                  <option key={state} value={state}>
                    {t(state)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t("notes")}>
            {(props) => <Textarea {...props} defaultValue={newest?.notes} maxLength={5000} name="notes" />}
          </Field>
          {save.error && <Problem>{save.error.message}</Problem>}
          <Button disabled={save.isPending} type="submit">
            {t("save")}
          </Button>
        </form>
      ) : (
        !isOpen && <p className="text-ink-soft">{t("not_open")}</p>
      )}
      <ol>
        {offers.map(({ id, salary, startDate, state, by, createdAt }) => (
          <li className="border-line border-b py-1.5" key={id}>
            <span className="tabular font-medium">{format.number(salary)}</span> · {startDate} · {t(state)}
            <span className="tabular ml-2 text-ink-faint text-xs">
              {by} · {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
