import { useTranslations } from "next-intl";
import { Field, Input, Textarea } from "@/components/ui/field";
import type { SavePositionInput } from "@/lib/position/schema";

type PositionFieldsProps = {
  content: SavePositionInput;
  onChange: (change: Partial<SavePositionInput>) => void;
  /** The fields that keep the position from being saved; empty before the first try. */
  problems: ReadonlySet<string>;
};

/** Title, department, city, salary and description. */
export function PositionFields({ content, onChange, problems }: PositionFieldsProps) {
  const t = useTranslations("positions");
  return (
    <>
      <Field error={problems.has("title") ? t("title_needed") : undefined} label={t("field_title")}>
        {(props) => (
          <Input
            {...props}
            maxLength={255}
            onChange={(event) => onChange({ title: event.target.value })}
            value={content.title}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        {(["department", "city"] as const).map((key) => (
          <Field key={key} label={t(`field_${key}`)}>
            {(props) => (
              <Input
                {...props}
                maxLength={255}
                onChange={(event) => onChange({ [key]: event.target.value })}
                value={content[key]}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-3">
        {(["salaryMin", "salaryMax"] as const).map((key) => (
          <Field error={problems.has(key) ? t("salary_order") : undefined} key={key} label={t(`field_${key}`)}>
            {(props) => (
              <Input
                {...props}
                className="tabular"
                inputMode="numeric"
                min={0}
                onChange={({ target }) =>
                  onChange({ [key]: target.value === "" ? null : Math.round(target.valueAsNumber) })
                }
                step={500}
                type="number"
                value={content[key] ?? ""}
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
            onChange={(event) => onChange({ description: event.target.value })}
            value={content.description}
          />
        )}
      </Field>
    </>
  );
}
