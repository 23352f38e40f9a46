"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { changeAddress } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { filterParameters, type RangeField } from "./filter-fields";

/** A filter with two ends: years of work, or the days of arrival. */
export function RangeFields({ field, onDone }: { field: RangeField; onDone: () => void }) {
  const t = useTranslations("filters");
  const params = useSearchParams();
  const kind =
    field === "years" ? ({ type: "number", min: 0, max: 80, step: 0.5 } as const) : ({ type: "date" } as const);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    changeAddress(Object.fromEntries(filterParameters[field].map((name) => [name, String(form.get(name) ?? "")])));
    onDone();
  };
  return (
    <form className="flex flex-col gap-3 p-3" onSubmit={submit}>
      <div className="grid grid-cols-2 gap-2">
        {filterParameters[field].map((name) => (
          <Field key={name} label={t(name)}>
            {(props) => <Input {...props} {...kind} defaultValue={params.get(name) ?? ""} name={name} />}
          </Field>
        ))}
      </div>
      <Button className="self-end" size="sm" type="submit" variant="primary">
        {t("apply")}
      </Button>
    </form>
  );
}
