"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PositionMembers } from "@/components/position/position-members";
import { RequirementRows } from "@/components/position/requirement-rows";
import { VersionList } from "@/components/position/version-list";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Field, Input, Textarea } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { archivePosition, createPosition, positionsKey, updatePosition } from "@/lib/position/queries";
import {
  type PositionDetail,
  type PositionVersionItem,
  type SavePositionInput,
  savePositionInput,
} from "@/lib/position/schema";
import type { UserView } from "@/lib/user/schema";

type PositionEditorProps = {
  position: PositionDetail | null;
  canWrite: boolean;
  versions?: PositionVersionItem[];
  /** Those who can be made members; empty for who may not. */
  people?: UserView[];
};

/** Description and basics on the left, requirements on the right; saving makes the next version. */
export function PositionEditor({ position, canWrite, versions = [], people = [] }: PositionEditorProps) {
  const t = useTranslations("positions");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [initial] = useState(() => toInput(position));
  const [draft, setDraft] = useState(initial);
  const [wasTried, setTried] = useState(false);
  const change = (next: Partial<SavePositionInput>) => setDraft((current) => ({ ...current, ...next }));

  const checked = savePositionInput.safeParse(draft);
  const problems = new Map(checked.error?.issues.map(({ path, message }) => [path.join("."), message]));
  const isChanged = JSON.stringify(draft) !== JSON.stringify(initial);
  const isLatest = !position || position.version === (versions[0]?.version ?? position.version);

  const save = useMutation({
    mutationFn: (input: SavePositionInput) =>
      position ? updatePosition(position.id, { ...input, baseVersion: position.version }) : createPosition(input),
    onSuccess: ({ id, version }) => {
      void queryClient.invalidateQueries({ queryKey: positionsKey });
      toast(t("saved", { version }));
      router.push(`/positions/${id}`);
      router.refresh();
    },
  });
  const archive = useMutation({
    mutationFn: () => archivePosition(position?.id ?? "", true),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: positionsKey });
      toast(t("archived"));
      router.push("/positions");
      router.refresh();
    },
  });
  const submit = () => {
    setTried(true);
    if (checked.success) save.mutate(checked.data);
  };

  useEffect(() => {
    if (!isChanged || save.isSuccess) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isChanged, save.isSuccess]);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <PageHeader
        actions={
          <>
            {position && (
              <Button asChild>
                <Link href={`/positions/${position.id}/board`}>{t("board")}</Link>
              </Button>
            )}
            {canWrite && position && (
              <Button disabled={archive.isPending} onClick={() => archive.mutate()} variant="danger">
                {t("archive")}
              </Button>
            )}
            {canWrite && (
              <Button disabled={save.isPending || (position !== null && !isChanged)} type="submit" variant="primary">
                {position ? t("save_as", { version: position.version + 1 }) : t("save_first")}
              </Button>
            )}
          </>
        }
        note={position && `v${position.version}`}
        title={position?.title ?? t("create")}
      />
      <div className="px-5 pt-3 empty:hidden max-sm:px-4">
        {(save.error ?? archive.error) && <Problem>{(save.error ?? archive.error)?.message}</Problem>}
        {!isLatest && (
          <p className="rounded-md bg-accent-soft px-3 py-2 text-sm">
            {t("old_version", { version: position?.version ?? 0 })}{" "}
            <Link className="text-accent underline" href={`/positions/${position?.id}`}>
              {t("to_latest")}
            </Link>
          </p>
        )}
      </div>
      <fieldset
        className="grid gap-x-8 gap-y-6 p-5 max-sm:p-4 xl:grid-cols-[minmax(320px,5fr)_8fr]"
        disabled={!canWrite}
      >
        <legend className="sr-only">{t("content")}</legend>
        <div className="flex flex-col gap-4">
          <Field error={wasTried && problems.has("title") ? t("title_needed") : undefined} label={t("field_title")}>
            {(props) => (
              <Input
                {...props}
                maxLength={255}
                onChange={(event) => change({ title: event.target.value })}
                value={draft.title}
              />
            )}
          </Field>
          <Field label={t("field_department")}>
            {(props) => (
              <Input
                {...props}
                maxLength={255}
                onChange={(event) => change({ department: event.target.value })}
                value={draft.department}
              />
            )}
          </Field>
          <div className="grid grid-cols-2 gap-3">
            {(["salaryMin", "salaryMax"] as const).map((key) => (
              <Field
                error={wasTried && problems.has(key) ? t("salary_order") : undefined}
                key={key}
                label={t(`field_${key}`)}
              >
                {(props) => (
                  <Input
                    {...props}
                    className="tabular"
                    inputMode="numeric"
                    min={0}
                    onChange={({ target }) =>
                      change({ [key]: target.value === "" ? null : Math.round(target.valueAsNumber) })
                    }
                    step={500}
                    type="number"
                    value={draft[key] ?? ""}
                  />
                )}
              </Field>
            ))}
          </div>
          <Field label={t("field_description")}>
            {(props) => (
              <Textarea
                {...props}
                className="min-h-60"
                maxLength={20_000}
                onChange={(event) => change({ description: event.target.value })}
                value={draft.description}
              />
            )}
          </Field>
          {position && people.length > 0 && <PositionMembers people={people} position={position} />}
          {versions.length > 0 && position && (
            <VersionList current={position.version} positionId={position.id} versions={versions} />
          )}
        </div>
        <RequirementRows
          onChange={(requirements) => change({ requirements })}
          requirements={draft.requirements}
          showProblems={wasTried}
        />
      </fieldset>
      {wasTried && !checked.success && (
        <div className="px-5 pb-5">
          <Problem>{common("fix_marked")}</Problem>
        </div>
      )}
    </form>
  );
}

function toInput(position: PositionDetail | null): SavePositionInput {
  const {
    title = "",
    department = "",
    description = "",
    salaryMin = null,
    salaryMax = null,
    requirements = [],
  } = position ?? {};
  return { title, department, description, salaryMin, salaryMax, requirements };
}
