"use client";

import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import type { ReactNode } from "react";
import { FacetValues } from "./facet-values";
import type { FilterField } from "./filter-fields";
import { RangeFields } from "./range-fields";

type FilterMenuProps = { field: FilterField; trigger: ReactNode; onClose: () => void };

/** The menu of one filter, open from the start. */
export default function FilterMenu({ field, trigger, onClose }: FilterMenuProps) {
  const t = useTranslations("filters");
  return (
    <Popover.Root onOpenChange={(isOpen) => isOpen || onClose()} open>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          aria-label={t(field)}
          className="z-50 flex max-h-[min(420px,70vh)] w-72 flex-col rounded-md border border-line bg-surface shadow-overlay outline-none"
          collisionPadding={8}
          sideOffset={4}
        >
          {field === "years" || field === "received" ? (
            <RangeFields field={field} onDone={onClose} />
          ) : (
            <FacetValues field={field} />
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
