"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** A table as a file, in the formats people work on. The address takes the format at its end. */
export function TableLinks({ address }: { address: string }) {
  const t = useTranslations("report");
  return (["csv", "xlsx"] as const).map((kind) => (
    <Button asChild key={kind}>
      <a download href={`${address}${address.includes("?") ? "&" : "?"}format=${kind}`}>
        {t(`format_${kind}`)}
      </a>
    </Button>
  ));
}
