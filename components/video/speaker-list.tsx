"use client";

import { useTranslations } from "next-intl";
import { Input, Select } from "@/components/ui/field";
import { speakerRoles } from "@/lib/video/kinds";
import type { SpeakerRole, Transcript } from "@/lib/video/schema";

type SpeakerListProps = {
  transcript: Transcript;
  /** As the analysis took them to be. */
  roles: Record<string, SpeakerRole>;
  onChange: (transcript: Transcript) => void;
};

/** Who is who: what each speaker is called and whether it is the candidate. */
export function SpeakerList({ transcript, roles, onChange }: SpeakerListProps) {
  const t = useTranslations("videos");
  const names = [...new Set(transcript.lines.map(({ speaker }) => speaker))].filter((name) => name !== "").slice(0, 12);
  if (names.length === 0) return <p className="text-ink-faint text-xs">{t("no_speakers")}</p>;

  function rename(from: string, to: string) {
    if (to === "" || to === from) return;
    const { [from]: role, ...others } = transcript.roles ?? {};
    onChange({
      ...transcript,
      lines: transcript.lines.map((line) => (line.speaker === from ? { ...line, speaker: to } : line)),
      roles: { ...others, ...(role && { [to]: role }) },
    });
  }

  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-ink-soft">{t("speakers", { count: names.length })}</summary>
      <ul className="mt-2 flex flex-col gap-1.5">
        {names.map((name) => (
          <li className="flex gap-2" key={name}>
            <Input
              aria-label={t("speaker_name", { name })}
              className="min-w-0 flex-1"
              defaultValue={name}
              maxLength={100}
              onBlur={(event) => rename(name, event.target.value.trim())}
            />
            <Select
              aria-label={t("speaker_role", { name })}
              className="w-36"
              onChange={(event) => {
                const role = speakerRoles.find((one) => one === event.target.value);
                if (role) onChange({ ...transcript, roles: { ...transcript.roles, [name]: role } });
              }}
              value={transcript.roles?.[name] ?? roles[name] ?? ""}
            >
              {!(transcript.roles?.[name] ?? roles[name]) && <option value="">{t("choose")}</option>}
              {speakerRoles.map((role) => (
                <option key={role} value={role}>
                  {t(`role_${role}`)}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
    </details>
  );
}
