import { useTranslations } from "next-intl";
import { Field, Input } from "@/components/ui/field";
import type { ModelSettingsView } from "@/lib/ai/schema";

const names = [
  ...(["default", "draft", "summary", "fields", "experts", "interview", "review", "recommendation", "video"] as const),
] as const;

/** Address, key and model names. What the environment names is shown and cannot be changed here. */
export function ModelConnectionFields({ settings }: { settings: ModelSettingsView }) {
  const t = useTranslations("model");
  const { environment, hasApiKey, baseUrl, modelNames, fillsFields, asksExperts } = settings;
  const isFixed = environment.hasConnection;
  return (
    <>
      <Field hint={isFixed ? t("from_environment") : t("base_url_hint")} label={t("base_url")}>
        {(props) => (
          <Input
            {...props}
            defaultValue={isFixed ? environment.baseUrl : baseUrl}
            disabled={isFixed}
            maxLength={500}
            name="baseUrl"
            placeholder="https://api.openai.com/v1"
            type="url"
          />
        )}
      </Field>
      <Field hint={isFixed ? t("from_environment") : t("key_hint")} label={t("key")}>
        {(props) => (
          <Input
            {...props}
            autoComplete="off"
            disabled={isFixed}
            maxLength={500}
            name="apiKey"
            placeholder={hasApiKey ? t("key_stored") : ""}
            type="password"
          />
        )}
      </Field>
      {hasApiKey && !isFixed && (
        <label className="flex items-center gap-2 text-sm">
          <input name="removeApiKey" type="checkbox" />
          {t("remove_key")}
        </label>
      )}
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        {names.map((name) => {
          const fixed = environment.modelNames[name];
          return (
            <Field hint={fixed ? t("from_environment") : t(`name_hint_${name}`)} key={name} label={t(`name_${name}`)}>
              {(props) => (
                <Input
                  {...props}
                  defaultValue={fixed || modelNames[name]}
                  disabled={fixed !== ""}
                  maxLength={200}
                  name={`model_${name}`}
                />
              )}
            </Field>
          );
        })}
      </div>
      <label className="flex items-start gap-2 text-sm">
        <input className="mt-1" defaultChecked={fillsFields} name="fillsFields" type="checkbox" />
        <span>
          {t("fills_fields")}
          <span className="block text-ink-faint text-xs">{t("fills_fields_hint")}</span>
        </span>
      </label>
      <label className="flex items-start gap-2 text-sm">
        <input className="mt-1" defaultChecked={asksExperts} name="asksExperts" type="checkbox" />
        <span>
          {t("asks_experts")}
          <span className="block text-ink-faint text-xs">{t("asks_experts_hint")}</span>
        </span>
      </label>
    </>
  );
}
