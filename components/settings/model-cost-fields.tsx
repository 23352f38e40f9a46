"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input, Select } from "@/components/ui/field";
import { currencies } from "@/lib/ai/kinds";
import type { ModelPrice, ModelSettingsView } from "@/lib/ai/schema";

type Row = { id: number; price: ModelPrice | null };

/** Prices per model and the month's caps. A model without a price costs an unknown amount, not nothing. */
export function ModelCostFields({ settings }: { settings: ModelSettingsView }) {
  const t = useTranslations("model");
  const [rows, setRows] = useState<Row[]>(settings.prices.map((price, id) => ({ id, price })));
  const add = () => setRows([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, price: null }]);
  const amount = { inputMode: "decimal", min: 0, max: 100_000, required: true, step: "any", type: "number" } as const;

  return (
    <>
      <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
        <Field hint={t("cap_tokens_hint")} label={t("cap_tokens")}>
          {(props) => (
            <Input
              {...props}
              defaultValue={settings.monthlyTokenCap ?? ""}
              max={2_000_000_000}
              min={1}
              name="monthlyTokenCap"
              step={1}
              type="number"
            />
          )}
        </Field>
        <Field hint={t("cap_cost_hint")} label={t("cap_cost")}>
          {(props) => (
            <Input
              {...props}
              defaultValue={settings.monthlyCostCap ?? ""}
              max={1_000_000_000}
              min={0.01}
              name="monthlyCostCap"
              step="any"
              type="number"
            />
          )}
        </Field>
        <Field label={t("currency")}>
          {(props) => (
            <Select {...props} defaultValue={settings.currency} name="currency">
              {currencies.map((code) => (
                <option key={code} value={code}>
                  {code}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-ink-soft text-sm">{t("prices")}</legend>
        <p className="text-ink-faint text-xs">{t("prices_hint")}</p>
        {rows.map(({ id, price }, index) => (
          <div className="grid grid-cols-[2fr_1fr_1fr_auto] gap-2" key={id}>
            <Input
              aria-label={t("price_model", { number: index + 1 })}
              defaultValue={price?.model}
              maxLength={200}
              name="priceModel"
              placeholder={t("model_name")}
              required
            />
            <Input
              {...amount}
              aria-label={t("price_input", { number: index + 1 })}
              defaultValue={price?.input}
              name="priceInput"
              placeholder={t("input")}
            />
            <Input
              {...amount}
              aria-label={t("price_output", { number: index + 1 })}
              defaultValue={price?.output}
              name="priceOutput"
              placeholder={t("output")}
            />
            <Button
              aria-label={t("remove_price", { number: index + 1 })}
              onClick={() => setRows(rows.filter((row) => row.id !== id))}
              size="icon"
              variant="quiet"
            >
              <X />
            </Button>
          </div>
        ))}
        <div>
          <Button onClick={add} size="sm">
            {t("add_price")}
          </Button>
        </div>
      </fieldset>
    </>
  );
}
