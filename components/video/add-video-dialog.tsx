"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { CandidateFields, type ChosenCandidate } from "@/components/application/candidate-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { ProgressBar } from "@/components/ui/progress-bar";
import { uploadVideo, videosKey } from "@/lib/video/queries";

/** A recording of a candidate on a position. */
export default function AddVideoDialog({ canTranscribe, onClose }: { canTranscribe: boolean; onClose: () => void }) {
  const t = useTranslations("videos");
  const common = useTranslations("common");
  const router = useRouter();
  const queryClient = useQueryClient();
  const [candidate, setCandidate] = useState<ChosenCandidate | null>(null);
  const [share, setShare] = useState(0);
  const upload = useMutation({
    mutationFn: uploadVideo,
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: videosKey });
      router.push(`/videos/${id}`);
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const file = data.get("file");
    if (!(file instanceof File) || !candidate) return;
    upload.mutate({ file, ...candidate, hasAgreed: data.has("hasAgreed"), onProgress: setShare });
  }

  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("add")}>
      <form className="flex flex-col gap-4 p-4" onSubmit={submit}>
        <CandidateFields onChoose={setCandidate} />
        <Field hint={t("file_hint")} label={t("file")}>
          {(props) => (
            <Input {...props} accept=".mp4,.mov,.webm,.mkv,.m4a,.mp3,.wav" name="file" required type="file" />
          )}
        </Field>
        {canTranscribe && (
          <label className="flex items-start gap-2 text-sm">
            <input className="mt-0.5" name="hasAgreed" type="checkbox" />
            {t("agreed_to_transcription")}
          </label>
        )}
        {upload.isPending && <ProgressBar label={t("uploading")} share={share} />}
        {upload.error && (
          <Problem>
            {upload.error.message} {share > 0 && t("upload_goes_on")}
          </Problem>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button disabled={upload.isPending} type="submit" variant="primary">
            {upload.isPending ? t("uploading") : t("upload")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
