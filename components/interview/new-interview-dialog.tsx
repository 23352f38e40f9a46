"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CandidateFields, type ChosenCandidate } from "@/components/application/candidate-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input, Select } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import { mentionableQuery } from "@/lib/comment/queries";
import { candidateLevels } from "@/lib/interview/kinds";
import { createInterview, interviewsKey, templatesQuery } from "@/lib/interview/queries";
import type { CandidateLevel, InterviewLanguage } from "@/lib/interview/schema";

type NewInterviewDialogProps = {
  isPractice?: boolean;
  /** Where it is known whom it is about. */
  application?: { id: string; resumeId: string; label: string };
  onClose: () => void;
};

/** Whom, for what, how long and in which language; the plan is made at once. */
export default function NewInterviewDialog({ isPractice = false, application, onClose }: NewInterviewDialogProps) {
  const t = useTranslations("interviews");
  const common = useTranslations("common");
  const router = useRouter();
  const queryClient = useQueryClient();
  const locale = useReaderLocale();
  const [candidate, setCandidate] = useState<ChosenCandidate | null>(null);
  const applicationId = application?.id ?? candidate?.applicationId ?? "";
  const resumeId = application?.resumeId ?? candidate?.resumeId ?? "";
  const { data: templates = [] } = useQuery(templatesQuery());
  const { data: people = [] } = useQuery({
    ...mentionableQuery(resumeId, applicationId),
    enabled: resumeId !== "" && !isPractice,
  });
  const create = useMutation({
    mutationFn: createInterview,
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: interviewsKey });
      router.push(`/interviews/${id}`);
    },
  });

  function submit(data: FormData) {
    const scheduled = String(data.get("scheduledAt") ?? "");
    create.mutate({
      ...{ applicationId, isPractice },
      language: String(data.get("language")) as InterviewLanguage,
      level: String(data.get("level")) as CandidateLevel,
      minutes: Number(data.get("minutes")),
      scheduledAt: scheduled ? new Date(scheduled).toISOString() : null,
      templateId: String(data.get("templateId") ?? "") || undefined,
      participantIds: data.getAll("participantId").map(String),
    });
  }

  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t(isPractice ? "practise" : "create")}>
      <form
        className="flex flex-col gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        {isPractice && <p className="text-ink-soft text-sm">{t("practice_text")}</p>}
        {application ? <p className="font-medium">{application.label}</p> : <CandidateFields onChoose={setCandidate} />}
        <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
          <Field label={t("language")}>
            {(props) => (
              <Select {...props} defaultValue={locale} name="language">
                <option value="zh">中文</option>
                <option value="en">English</option>
              </Select>
            )}
          </Field>
          <Field label={t("level")}>
            {(props) => (
              <Select {...props} defaultValue="senior" name="level">
                {candidateLevels.map((level) => (
                  <option key={level} value={level}>
                    {t(`level_${level}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t("minutes")}>
            {(props) => <Input {...props} defaultValue={45} max={240} min={5} name="minutes" required type="number" />}
          </Field>
        </div>
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          {!isPractice && (
            <Field label={t("scheduled_at")}>
              {(props) => <Input {...props} name="scheduledAt" type="datetime-local" />}
            </Field>
          )}
          {templates.length > 0 && (
            <Field label={t("template")}>
              {(props) => (
                <Select {...props} name="templateId">
                  <option value="">{t("no_template")}</option>
                  {templates.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
        </div>
        {people.length > 0 && (
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 font-medium text-ink-soft text-sm">{t("column_interviewers")}</legend>
            <div className="flex max-h-28 flex-wrap gap-x-4 gap-y-1 overflow-y-auto text-sm">
              {people.map(({ id, name }) => (
                <label className="flex items-center gap-1.5" key={id}>
                  <input name="participantId" type="checkbox" value={id} />
                  {name}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        {create.error && <Problem>{create.error.message}</Problem>}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button disabled={applicationId === "" || create.isPending} type="submit" variant="primary">
            {t("make_plan")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
