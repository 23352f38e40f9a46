import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, Input, Select } from "@/components/ui/field";
import { outcomes } from "@/lib/audit/kinds";
import type { AuditFilter } from "@/lib/audit/schema";
import { sayKnown } from "@/lib/i18n/say-known";

type AuditFilterFormProps = {
  filter: AuditFilter;
  choices: { actors: { id: string; name: string }[]; actions: string[] };
};

/** What the log is narrowed to stands in the address: a plain form will do. */
export function AuditFilterForm({ filter, choices }: AuditFilterFormProps) {
  const t = useTranslations("audit");
  const actions = useTranslations("audit_actions");
  const isNarrowed = Object.values(filter).some(Boolean);
  return (
    <form className="flex flex-wrap items-end gap-3" method="get">
      <Field label={t("who")}>
        {(props) => (
          <Select {...props} defaultValue={filter.actorId ?? ""} name="actorId">
            <option value="">{t("everyone")}</option>
            {choices.actors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("what")}>
        {(props) => (
          <Select {...props} className="max-w-60" defaultValue={filter.action ?? ""} name="action">
            <option value="">{t("everything")}</option>
            {choices.actions.map((action) => (
              <option key={action} value={action}>
                {sentenceOf(actions, action)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("outcome")}>
        {(props) => (
          <Select {...props} defaultValue={filter.outcome ?? ""} name="outcome">
            <option value="">{t("any_outcome")}</option>
            {outcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`outcome_${outcome}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t("from")}>
        {(props) => <Input {...props} defaultValue={filter.from ?? ""} name="from" type="date" />}
      </Field>
      <Field label={t("to")}>
        {(props) => <Input {...props} defaultValue={filter.to ?? ""} name="to" type="date" />}
      </Field>
      <Field label={t("candidate")}>
        {(props) => (
          <Input
            {...props}
            autoComplete="off"
            className="w-72 max-w-full"
            defaultValue={filter.candidateId ?? ""}
            name="candidateId"
            pattern="[0-9a-fA-F\-]{36}"
          />
        )}
      </Field>
      <Button type="submit" variant="primary">
        {t("apply")}
      </Button>
      {isNarrowed && (
        <Button asChild variant="quiet">
          <a href="/settings/audit">{t("clear")}</a>
        </Button>
      )}
    </form>
  );
}

type Sentences = ReturnType<typeof useTranslations<"audit_actions">>;

/** An action from before, or of another version, stands as it is. */
export function sentenceOf(actions: Sentences, action: string): string {
  return sayKnown(actions, action.replaceAll(".", "_")) ?? action;
}
