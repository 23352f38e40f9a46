"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Problem } from "@/components/ui/notices";
import { setPositionMembers } from "@/lib/position/queries";
import type { PositionDetail } from "@/lib/position/schema";
import type { UserView } from "@/lib/user/schema";

/** Who sees this position without being a recruiter. Takes effect at once. */
export function PositionMembers({ position, people }: { position: PositionDetail; people: UserView[] }) {
  const t = useTranslations("positions");
  const roles = useTranslations("roles");
  const [members, setMembers] = useState(() => new Set(position.members.map(({ userId }) => userId)));
  const save = useMutation({ mutationFn: (userIds: string[]) => setPositionMembers(position.id, userIds) });
  const toggle = (id: string) => {
    const next = new Set(members);
    if (!next.delete(id)) next.add(id);
    setMembers(next);
    save.mutate([...next], { onError: () => setMembers(members) });
  };
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-ink-soft text-sm">{t("members")}</legend>
      {save.error && <Problem>{save.error.message}</Problem>}
      {people.map(({ id, name, role }) => (
        <label className="flex h-8 items-center gap-2 text-sm" key={id}>
          <input checked={members.has(id)} className="accent-accent" onChange={() => toggle(id)} type="checkbox" />
          {name}
          <span className="text-ink-faint text-xs">{roles(role)}</span>
        </label>
      ))}
    </fieldset>
  );
}
