"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { longestTag } from "@/lib/resume/page-kinds";
import { tagResumes, tagsQuery } from "@/lib/resume/page-queries";
import { resumesKey } from "@/lib/resume/queries";

type ResumeTagsProps = { resumeId: string; tags: string[]; canWrite: boolean };

/** The tags of one resume; a new one is suggested from those the organisation uses. */
export function ResumeTags({ resumeId, tags, canWrite }: ResumeTagsProps) {
  const t = useTranslations("resume_page");
  const queryClient = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const change = useMutation({
    mutationFn: ({ add = [], remove = [] }: { add?: string[]; remove?: string[] }) =>
      tagResumes({ resumeIds: [resumeId], add, remove }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: resumesKey }),
  });
  if (!canWrite && tags.length === 0) return null;
  return (
    <section aria-label={t("tags")} className="flex flex-col gap-2 px-5 py-2.5">
      <ul className="flex flex-wrap items-center gap-1.5 text-sm">
        {tags.map((tag) => (
          <li className="flex items-center rounded-sm bg-accent-soft pl-1.5 text-accent" key={tag}>
            <span className="max-w-60 truncate py-0.5 pr-1.5">{tag}</span>
            {canWrite && (
              <button
                aria-label={t("remove_tag", { tag })}
                className="rounded-sm p-1 hover:bg-hover"
                disabled={change.isPending}
                onClick={() => change.mutate({ remove: [tag] })}
                type="button"
              >
                <X aria-hidden="true" className="size-3" />
              </button>
            )}
          </li>
        ))}
        {canWrite && (
          <li>
            {isAdding ? (
              <TagInput onAdd={(tag) => change.mutate({ add: [tag] })} onClose={() => setAdding(false)} taken={tags} />
            ) : (
              <button
                className="flex h-7 items-center gap-1 rounded-sm px-1.5 text-ink-soft hover:bg-hover"
                onClick={() => setAdding(true)}
                type="button"
              >
                <Plus aria-hidden="true" className="size-3.5" />
                {t("add_tag")}
              </button>
            )}
          </li>
        )}
      </ul>
      {change.error && <Problem>{change.error.message}</Problem>}
    </section>
  );
}

type TagInputProps = { taken: string[]; onAdd: (tag: string) => void; onClose: () => void };

function TagInput({ taken, onAdd, onClose }: TagInputProps) {
  const t = useTranslations("resume_page");
  const id = useId();
  const [text, setText] = useState("");
  const { data: known = [] } = useQuery(tagsQuery());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const tag = text.replace(/[,，]/g, " ").trim();
    if (tag) onAdd(tag);
    setText("");
  };
  return (
    <form onSubmit={submit}>
      <Input
        aria-label={t("add_tag")}
        autoFocus
        className="w-44"
        list={id}
        maxLength={longestTag}
        onBlur={() => text.trim() === "" && onClose()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
        placeholder={t("tag_hint")}
        value={text}
      />
      <datalist id={id}>
        {known
          .filter((tag) => !taken.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </form>
  );
}
