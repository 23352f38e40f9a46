"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { facetOptions } from "@/lib/resume/queries";
import { type FilterField, filterParameters } from "./filter-fields";
import { useValueLabel } from "./use-value-label";

/** What a filter is set to, in words. */
export function FilterSetting({ field }: { field: FilterField }) {
  const params = useSearchParams();
  const label = useValueLabel(field);
  const [first = "", second = ""] = filterParameters[field].map((name) => params.get(name) ?? "");
  if (field === "years" || field === "received") return ` ${first || "…"} – ${second || "…"}`;
  if (field === "position") return <PositionTitle positionId={first} />;
  return `: ${first.split(",").map(label).join(", ")}`;
}

function PositionTitle({ positionId }: { positionId: string }) {
  const { data } = useQuery(facetOptions("position", ""));
  const title = data?.values.find(({ value }) => value === positionId)?.label;
  return title ? `: ${title}` : null;
}
