"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RetryNotice, SkeletonRows } from "@/components/ui/notices";

type ListStatesProps<T> = {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown };
  /** What stands there instead of an empty list: the next step, or how to see more. */
  empty: (data: T) => ReactNode;
  children: (data: T) => ReactNode;
};

/** The four states of a list: failed, loading, empty, there. A failed request never looks like an empty list. */
export function ListStates<T>({ query, empty, children }: ListStatesProps<T>) {
  const t = useTranslations("common");
  const { data, error, refetch } = query;
  if (data === undefined) {
    if (error) return <RetryNotice message={error.message} onRetry={() => void refetch()} retryLabel={t("retry")} />;
    return <SkeletonRows label={t("loading")} rows={12} />;
  }
  return (
    <>
      {error && <RetryNotice message={error.message} onRetry={() => void refetch()} retryLabel={t("retry")} />}
      {empty(data) || children(data)}
    </>
  );
}
