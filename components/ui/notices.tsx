import { AlertCircle } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

type EmptyProps = {
  title: string;
  /** The page has no other heading. */
  isPageTitle?: boolean;
  text?: string;
  action?: ReactNode;
  className?: string;
};

/** Says that there is nothing here and what the next step is. */
export function Empty({ title, isPageTitle = false, text, action, className }: EmptyProps) {
  const Title = isPageTitle ? "h1" : "p";
  return (
    <div className={cn("flex flex-col items-center gap-2 px-6 py-16 text-center", className)}>
      <Title className="font-medium text-lg">{title}</Title>
      {text && <p className="max-w-md text-ink-soft text-sm">{text}</p>}
      {action && <div className="mt-2 flex gap-2">{action}</div>}
    </div>
  );
}

export function RetryNotice({
  message,
  retryLabel,
  onRetry,
}: {
  message: string;
  retryLabel: string;
  onRetry: () => void;
}) {
  return (
    <div
      className="m-4 flex items-center gap-3 rounded-md border border-line bg-danger-soft px-3 py-2 text-sm"
      role="alert"
    >
      <AlertCircle className="size-4 text-danger" />
      <span className="flex-1">{message}</span>
      <Button onClick={onRetry} size="sm">
        {retryLabel}
      </Button>
    </div>
  );
}

/** Grey lines where rows will be; they appear only when the wait is noticeable. */
export function SkeletonRows({ rows = 8, label }: { rows?: number; label: string }) {
  return (
    <div aria-busy="true" aria-label={label} className="appear-late" role="status">
      {Array.from({ length: rows }, (_, index) => (
        <div className="flex h-9 items-center gap-4 border-line border-b px-4" key={index}>
          <div className="h-3 w-40 rounded bg-hover" />
          <div className="h-3 w-64 rounded bg-hover" />
          <div className="h-3 w-24 rounded bg-hover" />
        </div>
      ))}
    </div>
  );
}

export function Problem({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger text-sm" role="alert">
      <AlertCircle className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
