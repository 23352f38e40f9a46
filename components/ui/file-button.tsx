"use client";

import { type ReactNode, useRef } from "react";
import { Button } from "./button";

type FileButtonProps = {
  label: string;
  accept: string;
  disabled?: boolean;
  onFile: (file: File) => void;
  /** The icon. */
  children?: ReactNode;
};

/** A button that asks for one file; the same file can be chosen again. */
export function FileButton({ label, accept, disabled, onFile, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        accept={accept}
        aria-label={label}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          event.target.value = "";
        }}
        ref={input}
        tabIndex={-1}
        type="file"
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {children}
        {label}
      </Button>
    </>
  );
}
