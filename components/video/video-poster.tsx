"use client";

import { AudioLines, Film } from "lucide-react";
import { useState } from "react";
import { isSoundOnly } from "@/lib/video/kinds";
import { posterAddress } from "@/lib/video/queries";
import type { VideoListItem } from "@/lib/video/schema";

/** A small picture of a recording; of one without, a sign of what it is. */
export function VideoPoster({ video: { id, kind, hasPoster } }: { video: VideoListItem }) {
  const [isGone, setGone] = useState(false);
  const Sign = isSoundOnly(kind) ? AudioLines : Film;
  return (
    <span className="grid aspect-video w-14 shrink-0 place-items-center overflow-hidden rounded border border-line bg-sunken text-ink-faint">
      {hasPoster && !isGone ? (
        <img
          alt=""
          className="size-full object-cover"
          loading="lazy"
          onError={() => setGone(true)}
          src={posterAddress(id)}
        />
      ) : (
        <Sign aria-hidden="true" className="size-4" />
      )}
    </span>
  );
}
