"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { useSettled } from "@/components/ui/use-settled";
import { positionsQuery } from "@/lib/position/queries";
import { foundResumesQuery } from "@/lib/resume/queries";

type CommandPaletteProps = { pages: { href: string; label: string }[]; canCreate: boolean; onClose: () => void };

const mostPositions = 6;

/** Everything by typing: pages, positions, people. Fetched with the first ⌘K. */
export default function CommandPalette({ pages, canCreate, onClose }: CommandPaletteProps) {
  const t = useTranslations("palette");
  const common = useTranslations("common");
  const router = useRouter();
  const [text, setText] = useState("");
  const sought = useSettled(text.trim());
  const { data: positions = [] } = useQuery(positionsQuery());
  const { data: resumes } = useQuery({ ...foundResumesQuery(sought), enabled: sought.length > 1 });
  const go = (href: string) => {
    onClose();
    router.push(href);
  };
  const has = (title: string) => title.toLowerCase().includes(text.trim().toLowerCase());
  const actions = canCreate ? [{ href: "/positions/new", label: t("new_position") }] : [];
  const found = positions.filter(({ title }) => has(title)).slice(0, mostPositions);
  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("title")}>
      {/* What matches is decided here and by the server: pinyin finds names that do not hold the letters. */}
      <Command label={t("title")} shouldFilter={false}>
        <Command.Input
          autoFocus
          className="h-11 w-full border-line border-b bg-transparent px-4 outline-none placeholder:text-ink-faint"
          onValueChange={setText}
          placeholder={t("placeholder")}
          value={text}
        />
        <Command.List className="max-h-[50vh] overflow-auto bg-surface p-1">
          <Command.Empty className="px-3 py-6 text-center text-ink-faint text-sm">{t("nothing")}</Command.Empty>
          <Group entries={[...pages, ...actions].filter(({ label }) => has(label))} onChoose={go} title={t("go")} />
          <Group
            entries={found.map(({ id, title, department }) => ({
              ...{ href: `/positions/${id}/board`, label: title, note: department },
            }))}
            onChoose={go}
            title={t("positions")}
          />
          <Group
            entries={(resumes?.resumes ?? []).map(({ id, candidateName, fileName, currentTitle }) => ({
              ...{ href: `/resumes/${id}`, label: candidateName ?? fileName, note: currentTitle ?? "" },
            }))}
            onChoose={go}
            title={t("resumes")}
          />
          {sought.length > 1 && (
            <Group
              entries={[
                { href: `/resumes?${new URLSearchParams({ q: sought })}`, label: t("search_all", { text: sought }) },
              ]}
              onChoose={go}
              title={t("library")}
            />
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
}

type Entry = { href: string; label: string; note?: string };

function Group({ title, entries, onChoose }: { title: string; entries: Entry[]; onChoose: (href: string) => void }) {
  if (entries.length === 0) return null;
  return (
    <Command.Group
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:text-xs"
      heading={title}
    >
      {entries.map(({ href, label, note }) => (
        <Command.Item
          className="flex h-9 cursor-pointer items-center gap-3 rounded-sm px-3 text-sm data-[selected=true]:bg-hover"
          key={href}
          onSelect={() => onChoose(href)}
          value={href}
        >
          <span className="truncate">{label}</span>
          {note && <span className="ml-auto truncate text-ink-faint text-xs">{note}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
