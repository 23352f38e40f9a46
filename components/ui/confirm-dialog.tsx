"use client";

import { useTranslations } from "next-intl";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Problem } from "./notices";

type ConfirmDialogProps = {
  title: string;
  text: string;
  confirmLabel: string;
  isBusy: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something that cannot be undone. */
export default function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, text, confirmLabel, isBusy, error, onConfirm, onClose } = props;
  const t = useTranslations("common");
  return (
    <Dialog closeLabel={t("close")} isOpen onClose={onClose} title={title}>
      <div className="flex flex-col gap-4 p-4">
        <p className="text-ink-soft">{text}</p>
        {error && <Problem>{error.message}</Problem>}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button disabled={isBusy} onClick={onConfirm} variant="danger">
            {confirmLabel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
