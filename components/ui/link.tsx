"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/** Asks for its page ahead once somebody turns to it: a page full of links costs the server nothing by being opened. */
export function Link({ onFocus, onPointerEnter, ...props }: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  const [isWanted, setIsWanted] = useState(false);
  return (
    <NextLink
      {...props}
      onFocus={(event) => {
        setIsWanted(true);
        onFocus?.(event);
      }}
      onPointerEnter={(event) => {
        setIsWanted(true);
        onPointerEnter?.(event);
      }}
      prefetch={isWanted ? null : false}
    />
  );
}
