"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { ListStates } from "@/components/ui/list-states";
import { useSettled } from "@/components/ui/use-settled";
import { requirementPoolQuery } from "@/lib/position/queries";
import type { Requirement } from "@/lib/position/requirement";
import type { PooledRequirement } from "@/lib/position/schema";

type RequirementPoolProps = {
  /** What the position asks for already. */
  present: Requirement[];
  onAdd: (requirements: Requirement[]) => void;
  onClose: () => void;
};

/** Requirements of the other positions, to be used again with their kind, necessity and weight. */
export default function RequirementPoolDialog({ present, onAdd, onClose }: RequirementPoolProps) {
  const t = useTranslations("pool");
  const common = useTranslations("common");
  const [q, setQ] = useState("");
  const query = useQuery(requirementPoolQuery(useSettled(q.trim())));
  const [chosen, setChosen] = useState<ReadonlyMap<string, PooledRequirement>>(new Map());
  const presentIds = new Set(present.map(idOf));
  const toggle = (row: PooledRequirement) => {
    const next = new Map(chosen);
    if (!next.delete(idOf(row))) next.set(idOf(row), row);
    setChosen(next);
  };
  const add = () => {
    onAdd(
      [...chosen.values()].map(({ kind, text, necessity, weight }) => ({
        ...{ key: crypto.randomUUID(), kind, text, necessity, weight },
        note: "",
      })),
    );
    onClose();
  };
  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("title")}>
      <div className="sticky top-0 border-line border-b bg-surface p-3">
        <Input
          aria-label={t("search")}
          maxLength={200}
          onChange={(event) => setQ(event.target.value)}
          placeholder={t("search")}
          type="search"
          value={q}
        />
      </div>
      <ListStates
        empty={({ length }) => length === 0 && <p className="p-4 text-ink-soft text-sm">{t("nothing")}</p>}
        query={query}
      >
        {(rows) => (
          <ul className="p-2">
            {rows.map((row) => (
              <PoolRow
                isChosen={chosen.has(idOf(row))}
                isPresent={presentIds.has(idOf(row))}
                key={idOf(row)}
                onToggle={() => toggle(row)}
                row={row}
              />
            ))}
          </ul>
        )}
      </ListStates>
      <div className="sticky bottom-0 flex justify-end rounded-b-lg border-line border-t bg-surface p-3">
        <Button disabled={chosen.size === 0} onClick={add} variant="primary">
          {t("add", { count: chosen.size })}
        </Button>
      </div>
    </Dialog>
  );
}

type PoolRowProps = { row: PooledRequirement; isChosen: boolean; isPresent: boolean; onToggle: () => void };

function PoolRow({ row, isChosen, isPresent, onToggle }: PoolRowProps) {
  const t = useTranslations("pool");
  const positions = useTranslations("positions");
  const { kind, text, necessity, weight, positionCount, titles } = row;
  return (
    <li>
      <label className="flex items-start gap-2 rounded-md px-2 py-1.5 text-sm hover:bg-hover">
        <input
          checked={isChosen || isPresent}
          className="mt-1 accent-accent"
          disabled={isPresent}
          onChange={onToggle}
          type="checkbox"
        />
        <span className="min-w-0">
          <span className="break-words font-medium">{text}</span>
          <span className="block text-ink-faint text-xs">
            {positions(`kind_${kind}`)} · {positions(`necessity_${necessity}`)} ·{" "}
            {positions("weight_option", { weight })}
          </span>
          <span className="block text-ink-faint text-xs">
            {t("used", { count: positionCount, titles: titles.join(t("separator")) })}
          </span>
        </span>
        {isPresent && <span className="ml-auto shrink-0 text-ink-faint text-xs">{t("present")}</span>}
      </label>
    </li>
  );
}

function idOf({ kind, text }: Pick<Requirement, "kind" | "text">) {
  return `${kind} ${text.trim().toLowerCase()}`;
}
