"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { longestTag } from "@/lib/resume/page-kinds";
import { tagResumes, tagsQuery } from "@/lib/resume/page-queries";
import { resumesKey } from "@/lib/resume/queries";
import type { ResumeListItem } from "@/lib/resume/schema";

/** Puts a tag on the chosen resumes. Undoing takes it from those that did not have it before. */
export default function TagDialog({ resumes, onClose }: { resumes: ResumeListItem[]; onClose: () => void }) {
  const t = useTranslations("library");
  const common = useTranslations("common");
  const toast = useToast();
  const queryClient = useQueryClient();
  const suggestions = useId();
  const { data: known = [] } = useQuery(tagsQuery());
  const refresh = () => queryClient.invalidateQueries({ queryKey: resumesKey });
  const add = useMutation({
    mutationFn: (tag: string) => tagResumes({ resumeIds: resumes.map(({ id }) => id), add: [tag] }),
    onSuccess: (_, tag) => {
      const resumeIds = resumes.filter(({ tags }) => !tags.includes(tag)).map(({ id }) => id);
      const onAct = () => void tagResumes({ resumeIds, remove: [tag] }).then(refresh);
      toast(t("tagged", { tag, count: resumes.length }), { label: common("undo"), onAct });
      void refresh();
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const tag = String(new FormData(event.currentTarget).get("tag")).trim();
    if (tag) add.mutate(tag);
  };
  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("tag_title", { count: resumes.length })}>
      <form className="flex flex-col gap-3 p-4" onSubmit={submit}>
        {add.error && <Problem>{add.error.message}</Problem>}
        <Field label={t("tag")}>
          {(props) => <Input {...props} autoFocus list={suggestions} maxLength={longestTag} name="tag" required />}
        </Field>
        <datalist id={suggestions}>
          {known.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <Button className="self-end" disabled={add.isPending} type="submit" variant="primary">
          {t("tag_add")}
        </Button>
      </form>
    </Dialog>
  );
}
