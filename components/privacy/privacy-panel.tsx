"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input, Select } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { ListStates } from "@/components/ui/list-states";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { privacyRecordKinds, privacyRecordWays } from "@/lib/privacy/kinds";
import { exportAddress, privacyQuery, recordPrivacy, setLegalHold } from "@/lib/privacy/queries";
import type { PrivacyView, RecordPrivacyInput } from "@/lib/privacy/schema";

const EraseDialog = dynamic(() => import("@/components/privacy/erase-dialog"), { ssr: false });

/** What a person was told and agreed to, and what can be done with all that is kept of them. */
export default function PrivacyPanel({ candidateId }: { candidateId: string }) {
  const query = useQuery(privacyQuery(candidateId));
  return (
    <ListStates empty={() => null} query={query}>
      {(privacy) => (
        <div className="flex flex-col gap-6 px-5 py-4 text-sm">
          <Records privacy={privacy} />
          {privacy.may.write && <RecordForm candidateId={candidateId} />}
          <Kept privacy={privacy} />
          <Hold privacy={privacy} />
        </div>
      )}
    </ListStates>
  );
}

function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="font-semibold text-base">{title}</h2>
      {text && <p className="mt-0.5 mb-2 text-ink-soft">{text}</p>}
      {children}
    </section>
  );
}

function Records({ privacy: { records, consents } }: { privacy: PrivacyView }) {
  const t = useTranslations("privacy");
  const format = useFormatter();
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  return (
    <Section title={t("records")}>
      {records.length + consents.length === 0 && <p className="text-ink-faint">{t("no_records")}</p>}
      <ul>
        {records.map(({ id, kind, way, note, at, recordedBy }) => (
          <li className="flex flex-wrap gap-x-2 border-line border-b py-1.5" key={id}>
            <span className="font-medium">{t(`kind_${kind}`)}</span>
            <span className="text-ink-soft">{t(`way_${way}`)}</span>
            <time className="tabular ml-auto text-ink-faint" dateTime={at}>
              {day(at)}
            </time>
            {(note || recordedBy) && (
              <span className="w-full break-words text-ink-faint text-xs">
                {[note, recordedBy && t("recorded_by", { name: recordedBy })].filter(Boolean).join(" · ")}
              </span>
            )}
          </li>
        ))}
        {consents.map(({ kind, subjectId, way, keepsAudio, text, at }) => (
          <li className="flex flex-wrap gap-x-2 border-line border-b py-1.5" key={subjectId}>
            <Link
              className="font-medium hover:underline"
              href={
                kind === "interview"
                  ? `/interviews/${subjectId}`
                  : kind === "recording"
                    ? `/videos/${subjectId}`
                    : "/videos"
              }
            >
              {t(`consent_${kind}`)}
            </Link>
            <span className="text-ink-soft">
              {t(way === "none" ? "agreed_none" : "agreed")}
              {kind === "interview" && keepsAudio && ` · ${t("keeps_audio")}`}
            </span>
            <time className="tabular ml-auto text-ink-faint" dateTime={at}>
              {day(at)}
            </time>
            {text && <span className="w-full break-words text-ink-faint text-xs">{text}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RecordForm({ candidateId }: { candidateId: string }) {
  const t = useTranslations("privacy");
  const queryClient = useQueryClient();
  const toast = useToast();
  const save = useMutation({
    mutationFn: (input: RecordPrivacyInput) => recordPrivacy(candidateId, input),
    onSuccess: () => {
      toast(t("recorded"));
      return queryClient.invalidateQueries(privacyQuery(candidateId));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const input = Object.fromEntries(new FormData(form)) as RecordPrivacyInput;
    save.mutate(input, { onSuccess: () => form.reset() });
  };
  return (
    <Section text={t("add_text")} title={t("add")}>
      {save.error && <Problem>{save.error.message}</Problem>}
      <form className="flex flex-wrap items-end gap-3" onSubmit={submit}>
        <Field label={t("kind")}>
          {(props) => (
            <Select {...props} name="kind">
              {privacyRecordKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind_${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("way")}>
          {(props) => (
            <Select {...props} name="way">
              {privacyRecordWays.map((way) => (
                <option key={way} value={way}>
                  {t(`way_${way}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("day")}>
          {(props) => (
            <Input
              {...props}
              defaultValue={new Date().toISOString().slice(0, 10)}
              max={new Date().toISOString().slice(0, 10)}
              name="at"
              required
              type="date"
            />
          )}
        </Field>
        <Field className="grow" label={t("note")}>
          {(props) => <Input {...props} autoComplete="off" maxLength={1000} name="note" />}
        </Field>
        <Button disabled={save.isPending} type="submit">
          {t("record")}
        </Button>
      </form>
    </Section>
  );
}

function Kept({ privacy: { candidateId, number, counts, may, legalHold } }: { privacy: PrivacyView }) {
  const t = useTranslations("privacy");
  const [isErasing, setErasing] = useState(false);
  if (!may.export && !may.erase && !may.audit) return null;
  return (
    <Section text={t("kept_text", counts)} title={t("kept")}>
      <div className="flex flex-wrap gap-2">
        {may.export && (
          <Button asChild>
            <a download href={exportAddress(candidateId)}>
              {t("export")}
            </a>
          </Button>
        )}
        {may.audit && (
          <Button asChild>
            <Link href={`/settings/audit?candidateId=${candidateId}`}>{t("show_audit")}</Link>
          </Button>
        )}
        {may.erase && (
          <Button disabled={legalHold !== null} onClick={() => setErasing(true)} variant="danger">
            {t("erase")}
          </Button>
        )}
      </div>
      {isErasing && (
        <EraseDialog candidateId={candidateId} counts={counts} number={number} onClose={() => setErasing(false)} />
      )}
    </Section>
  );
}

function Hold({ privacy: { candidateId, legalHold, may } }: { privacy: PrivacyView }) {
  const t = useTranslations("privacy");
  const format = useFormatter();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (reason: string | null) => setLegalHold(candidateId, reason),
    onSuccess: () => queryClient.invalidateQueries(privacyQuery(candidateId)),
  });
  if (!may.erase && !legalHold) return null;
  return (
    <Section text={t("hold_text")} title={t("hold")}>
      {save.error && <Problem>{save.error.message}</Problem>}
      {legalHold ? (
        <div className="flex flex-wrap items-center gap-3">
          <span className="min-w-0 break-words">
            {legalHold.reason}
            <span className="block text-ink-faint text-xs">
              {[legalHold.by, format.dateTime(new Date(legalHold.at), { dateStyle: "medium" })]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
          {may.erase && (
            <Button className="ml-auto" disabled={save.isPending} onClick={() => save.mutate(null)}>
              {t("hold_lift")}
            </Button>
          )}
        </div>
      ) : (
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate(String(new FormData(event.currentTarget).get("reason")));
          }}
        >
          <Field className="grow" label={t("hold_reason")}>
            {(props) => <Input {...props} autoComplete="off" maxLength={500} name="reason" required />}
          </Field>
          <Button disabled={save.isPending} type="submit">
            {t("hold_set")}
          </Button>
        </form>
      )}
    </Section>
  );
}
