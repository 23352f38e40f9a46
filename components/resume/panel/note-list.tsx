"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Textarea } from "@/components/ui/field";
import { ListStates } from "@/components/ui/list-states";
import { Problem } from "@/components/ui/notices";
import { longestNote } from "@/lib/resume/page-kinds";
import { addNote, deleteNote, notesQuery, resumePageKey } from "@/lib/resume/page-queries";

/** What colleagues wrote down, with a box to add to it. Everyone who sees the resume sees the notes. */
export default function NoteList({ resumeId }: { resumeId: string }) {
  const t = useTranslations("resume_page");
  const common = useTranslations("common");
  const format = useFormatter();
  const queryClient = useQueryClient();
  const [text, setText] = useState("");
  const query = useQuery(notesQuery(resumeId));
  const refresh = () => queryClient.invalidateQueries({ queryKey: resumePageKey(resumeId) });
  const add = useMutation({
    mutationFn: () => addNote(resumeId, text),
    onSuccess: async () => {
      setText("");
      await refresh();
    },
  });
  const remove = useMutation({ mutationFn: (noteId: string) => deleteNote(resumeId, noteId), onSuccess: refresh });
  const error = add.error ?? remove.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) add.mutate();
  };
  return (
    <div className="flex flex-col">
      <form className="flex flex-col items-start gap-2 border-line border-b px-5 py-3" onSubmit={submit}>
        <Field className="w-full" hint={t("note_hint")} label={t("note")}>
          {(props) => (
            <Textarea
              {...props}
              maxLength={longestNote}
              onChange={(event) => setText(event.target.value)}
              value={text}
            />
          )}
        </Field>
        {error && <Problem>{error.message}</Problem>}
        <Button disabled={add.isPending || !text.trim()} type="submit">
          {t("add_note")}
        </Button>
      </form>
      <ListStates
        empty={(notes) => notes.length === 0 && <p className="px-5 py-4 text-ink-faint text-sm">{t("no_notes")}</p>}
        query={query}
      >
        {(notes) => (
          <ul className="text-sm">
            {notes.map(({ id, text: written, author, isOwn, createdAt }) => (
              <li className="border-line border-b px-5 py-2.5" key={id}>
                <p className="flex items-baseline gap-2 text-xs">
                  <span className="font-medium">{author ?? t("former_colleague")}</span>
                  <time className="tabular text-ink-faint" dateTime={createdAt}>
                    {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
                  </time>
                  {isOwn && (
                    <button
                      className="ml-auto text-ink-faint hover:text-danger hover:underline"
                      disabled={remove.isPending}
                      onClick={() => remove.mutate(id)}
                      type="button"
                    >
                      {common("delete")}
                    </button>
                  )}
                </p>
                <p className="mt-0.5 whitespace-pre-wrap break-words leading-relaxed">{written}</p>
              </li>
            ))}
          </ul>
        )}
      </ListStates>
    </div>
  );
}
