import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { applicationQuery, boardQuery, decideOnMany, recentReasonsQuery, undoDecisions } from "@/lib/screening/queries";
import type { ApplicationStage, Board } from "@/lib/screening/schema";

type Moved = { applicationId: string; stage: ApplicationStage }[];

/** Decides on candidates of a board, says what became of it, and offers to take it back. */
export function useBoardDecisions(positionId: string, onDone: () => void) {
  const t = useTranslations("board_decision");
  const common = useTranslations("common");
  const stages = useTranslations("stages");
  const toast = useToast();
  const queryClient = useQueryClient();
  const boardKey = boardQuery(positionId).queryKey;

  /** The rows alone: fetching a board of thousands after every decision would be felt. */
  const show = (moved: Moved) => {
    const byId = new Map(moved.map(({ applicationId, stage }) => [applicationId, stage]));
    queryClient.setQueryData<Board>(boardKey, (board) => {
      if (!board) return board;
      const rows = board.rows.map((row) => {
        const stage = byId.get(row.applicationId);
        return stage && stage !== row.stage ? { ...row, stage } : row;
      });
      return { ...board, rows };
    });
    for (const { applicationId } of moved) {
      void queryClient.invalidateQueries({ queryKey: applicationQuery(applicationId).queryKey });
    }
    void queryClient.invalidateQueries({ queryKey: recentReasonsQuery().queryKey });
  };
  const sentences = (...parts: (string | false)[]) => parts.filter(Boolean).join(t("separator"));
  const undo = useMutation({
    mutationFn: undoDecisions,
    onSuccess: ({ undone, kept }) => {
      show(undone);
      toast(sentences(t("undone", { count: undone.length }), kept > 0 && t("kept", { count: kept })));
    },
    onError: ({ message }) => toast(message),
  });
  return useMutation({
    mutationFn: (input: Omit<Parameters<typeof decideOnMany>[0], "positionId">) =>
      decideOnMany({ positionId, ...input }),
    onSuccess: ({ decisions, skipped }) => {
      show(decisions);
      const [first] = decisions;
      const isOneStage = decisions.every(({ stage }) => stage === first?.stage);
      const done = t("done", { count: decisions.length, stage: first && isOneStage ? stages(first.stage) : "none" });
      const decisionIds = decisions.map(({ id }) => id);
      toast(
        sentences(done, skipped > 0 && t("skipped", { count: skipped })),
        first && { label: common("undo"), onAct: () => undo.mutate({ positionId, decisionIds }) },
      );
      // Somebody else has a newer result, or has moved already: the rows on the screen are old.
      if (skipped > 0) void queryClient.invalidateQueries({ queryKey: boardKey });
      onDone();
    },
    // Of many, those of an earlier part may have been moved.
    onError: () => queryClient.invalidateQueries({ queryKey: boardKey }),
  });
}
