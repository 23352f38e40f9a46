"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { MentionTextarea } from "@/components/comment/mention-textarea";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { findMentions } from "@/lib/comment/find-mentions";
import { addComment, editComment, mentionableQuery } from "@/lib/comment/queries";
import type { Comment } from "@/lib/comment/schema";
import { resumePageKey } from "@/lib/resume/page-queries";

type CommentFormProps = {
  resumeId: string;
  applicationId: string | null;
  /** One's own that is written anew; nothing for a new one. */
  edited?: Comment;
  onDone?: () => void;
};

/** Writes a comment, or one's own in other words. */
export function CommentForm({ resumeId, applicationId, edited, onDone }: CommentFormProps) {
  const t = useTranslations("comments");
  const common = useTranslations("common");
  const queryClient = useQueryClient();
  const [text, setText] = useState(edited?.text ?? "");
  const [chosen, setChosen] = useState(() => new Set(edited?.mentions.map(({ id }) => id)));
  const { data: people = [] } = useQuery(mentionableQuery(resumeId, applicationId));
  const save = useMutation({
    mutationFn: async () => {
      const mentions = findMentions(text, people, chosen);
      if (edited) await editComment(resumeId, edited.id, { text, mentions });
      else await addComment(resumeId, { text, mentions, applicationId });
    },
    onSuccess: async () => {
      if (!edited) setText("");
      await queryClient.invalidateQueries({ queryKey: resumePageKey(resumeId) });
      onDone?.();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && !save.isPending) save.mutate();
  };
  return (
    <form className="flex flex-col items-start gap-2" onSubmit={submit}>
      <Field
        className="w-full"
        hint={t(applicationId ? "hint_position" : "hint")}
        label={t(edited ? "edit_label" : "label")}
      >
        {(field) => (
          <MentionTextarea
            field={field}
            isFocused={edited !== undefined}
            onChange={setText}
            onChoose={(id) => setChosen(new Set([...chosen, id]))}
            people={people}
            text={text}
          />
        )}
      </Field>
      {save.error && <Problem>{save.error.message}</Problem>}
      <div className="flex gap-2">
        <Button disabled={save.isPending || !text.trim()} type="submit">
          {t(edited ? "save" : "add")}
        </Button>
        {edited && <Button onClick={onDone}>{common("cancel")}</Button>}
      </div>
    </form>
  );
}
