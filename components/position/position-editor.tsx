"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { BlindChoice } from "@/components/position/blind-choice";
import { DraftSummary } from "@/components/position/draft-summary";
import { contentOf, contentOfDraft } from "@/components/position/editor-content";
import { PositionActions } from "@/components/position/position-actions";
import { PositionFields } from "@/components/position/position-fields";
import { PositionMembers } from "@/components/position/position-members";
import { RequirementRows } from "@/components/position/requirement-rows";
import { VersionList } from "@/components/position/version-list";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import type { DraftedPosition } from "@/lib/position/draft-schema";
import { createPosition, positionsKey, updatePosition } from "@/lib/position/queries";
import type { PositionDetail, PositionVersionItem, SavePositionInput } from "@/lib/position/schema";
import type { UserView } from "@/lib/user/schema";

const ChangePreviewDialog = dynamic(() => import("@/components/position/change-preview-dialog"), { ssr: false });

type PositionEditorProps = {
  position: PositionDetail | null;
  /** Whether this version may be changed; an old one or an archived position may not. */
  canWrite: boolean;
  /** Whether the position as a whole may be copied, archived and restored. */
  canManage?: boolean;
  drafted?: DraftedPosition;
  versions?: PositionVersionItem[];
  /** Those who can be made members; empty for who may not. */
  people?: UserView[];
  /** Stands under the description. */
  candidates?: ReactNode;
};

/** Description and basics on the left, requirements on the right; saving makes the next version. */
export function PositionEditor(props: PositionEditorProps) {
  const { position, canWrite, canManage = false, drafted, versions = [], people = [], candidates } = props;
  const t = useTranslations("positions");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [initial] = useState(() => contentOf(position));
  const [read] = useState(() => drafted && contentOfDraft(drafted));
  const [content, setContent] = useState(read?.content ?? initial);
  const [wasTried, setTried] = useState(false);
  const [previewed, setPreviewed] = useState<SavePositionInput | null>(null);
  const [problems, setProblems] = useState<ReadonlySet<string>>(new Set());
  // The rules arrive with the first attempt to save; from then on every change is held against them.
  const check = async (next: SavePositionInput) => {
    const { savePositionInput } = await import("@/lib/position/schema");
    const checked = savePositionInput.safeParse(next);
    setProblems(new Set(checked.error?.issues.map(({ path }) => path.join("."))));
    return checked;
  };
  const change = (next: Partial<SavePositionInput>) => {
    setContent({ ...content, ...next });
    if (wasTried) void check({ ...content, ...next });
  };
  const isChanged = JSON.stringify(content) !== JSON.stringify(initial);
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
  const submit = async () => {
    setTried(true);
    const checked = await check(content);
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
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <PageHeader
        actions={
          <>
            {position && (
              <PositionActions canWrite={canManage} isArchived={position.isArchived} positionId={position.id} />
            )}
            {canWrite && position && isChanged && position.applicationCount > 0 && (
              <Button onClick={() => setPreviewed(content)}>{t("preview")}</Button>
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
      <div className="flex flex-col gap-2 px-5 pt-3 empty:hidden max-sm:px-4">
        {save.error && <Problem>{save.error.message}</Problem>}
        {drafted && <DraftSummary drafted={drafted} />}
        {position?.isArchived && <p className="rounded-md bg-sunken px-3 py-2 text-sm">{t("is_archived")}</p>}
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
        className="grid min-w-0 grid-cols-1 gap-x-8 gap-y-6 p-5 max-sm:p-4 xl:grid-cols-[minmax(320px,5fr)_8fr]"
        disabled={!canWrite}
      >
        <legend className="sr-only">{t("content")}</legend>
        <div className="flex min-w-0 flex-col gap-4">
          <PositionFields content={content} onChange={change} problems={problems} />
          {candidates}
          {position && canManage && <BlindChoice blind={position.blind} positionId={position.id} />}
          {position && people.length > 0 && <PositionMembers people={people} position={position} />}
          {versions.length > 0 && position && (
            <VersionList current={position.version} positionId={position.id} versions={versions} />
          )}
        </div>
        <RequirementRows
          canAdd={canWrite}
          onChange={(requirements) => change({ requirements })}
          quotes={read?.quotes}
          requirements={content.requirements}
          showProblems={wasTried}
        />
      </fieldset>
      {position && previewed && (
        <ChangePreviewDialog content={previewed} onClose={() => setPreviewed(null)} positionId={position.id} />
      )}
      {problems.size > 0 && (
        <div className="px-5 pb-5">
          <Problem>{common("fix_marked")}</Problem>
        </div>
      )}
    </form>
  );
}
