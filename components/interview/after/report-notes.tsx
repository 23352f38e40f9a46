"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Textarea } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { changeInterview, interviewQuery } from "@/lib/interview/queries";

/** What the recruiter adds to the report, for everybody who reads it. */
export function ReportNotes({ interviewId, notes }: { interviewId: string; notes: string }) {
  const t = useTranslations("interview");
  const common = useTranslations("common");
  const queryClient = useQueryClient();
  const [text, setText] = useState(notes);
  const save = useMutation({
    mutationFn: () => changeInterview(interviewId, { reportNotes: text }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: interviewQuery(interviewId).queryKey }),
  });
  return (
    <div className="flex flex-col items-start gap-2 print:hidden">
      <Field className="w-full" label={t("report_notes")}>
        {(props) => (
          <Textarea {...props} maxLength={10_000} onChange={(event) => setText(event.target.value)} value={text} />
        )}
      </Field>
      {save.error && <Problem>{save.error.message}</Problem>}
      {text !== notes && (
        <Button disabled={save.isPending} onClick={() => save.mutate()} size="sm">
          {common("save")}
        </Button>
      )}
    </div>
  );
}
