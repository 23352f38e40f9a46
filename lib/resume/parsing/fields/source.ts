import type { Reading, ResumeProfile } from "../../profile";
import { findDateAtoms } from "../dates/date-atoms";
import { read } from "../piece";
import type { Section } from "../sections";
import { findLabelled } from "./labelled";

/** Names by which recruiting sites mark what is downloaded from them; the more special first. */
const sites: [site: string, mark: RegExp][] = [
  ["智联卓聘", /智联卓聘|卓聘网|highpin\.cn/i],
  ["51精英", /51\s?精英|无忧精英/],
  ["智联", /智联招聘|zhaopin\.com/i],
  ["前程无忧", /前程无忧|51job\.com|51job/i],
  ["猎聘", /猎聘网?|liepin\.com/i],
  ["boss直聘", /BOSS\s?直聘|zhipin\.com/i],
  ["拉勾", /拉[勾钩](?:网|招聘)|lagou\.com/i],
  ["大街", /大街网|dajie\.com/i],
  ["脉脉", /脉脉招聘|maimai\.cn/i],
  ["实习僧", /实习僧|shixiseng\.com/i],
  ["58同城", /58\s?同城|58\.com/i],
];

type FindSource = { text: string; sections: Section[] };

/**
 * The site a resume was exported from. Its mark stands outside the person's own history: who worked at a recruiting
 * site was not found there.
 */
export function findSource({ text, sections }: FindSource): ResumeProfile["source"] {
  const id = findLabelled(text, "简历编号|简历\\s*ID|简历号|应聘编号|resume id") ?? null;
  const updated = findLabelled(text, "(?:简历)?更新(?:时间|日期)|最[后近]更新(?:时间)?|刷新时间|last updated|updated");
  const atom = updated && findDateAtoms(updated.text).find(({ value }) => value !== "present");
  return {
    site: findSite({ text, sections }),
    id: id && /^[\w-]{4,40}/.test(id.text) ? readId(id) : null,
    updatedAt:
      updated && atom
        ? read(atom.value, { start: updated.start + atom.start, end: updated.start + atom.end }, { confidence: 0.95 })
        : null,
  };
}

function readId(piece: { text: string; start: number }): Reading<string> {
  const value = /^[\w-]+/.exec(piece.text)?.[0] ?? piece.text;
  return read(value, { start: piece.start, end: piece.start + value.length }, { confidence: 0.95 });
}

function findSite({ text, sections }: FindSource): Reading<string> | null {
  const own = sections
    .filter(({ kind }) => !["header", "other", "objective"].includes(kind))
    .flatMap(({ lines }) => lines);
  const isOwn = (at: number) => own.some(({ start, end }) => at >= start && at < end);
  for (const [site, mark] of sites) {
    for (const match of text.matchAll(new RegExp(mark, "gim"))) {
      const isFootnote = /简历|来自|下载|招聘顾问|扫码|版权/.test(lineAt(text, match.index));
      if (!isOwn(match.index) || isFootnote)
        return read(site, { start: match.index, end: match.index + match[0].length }, { confidence: 0.85 });
    }
  }
  return null;
}

/** What a file's name says of its origin; BOSS直聘 writes 【职位_城市 薪资】姓名 5年.pdf. */
export function siteOfFileName(fileName: string): string | null {
  const named = sites.find(([, mark]) => mark.test(fileName));
  if (named) return named[0];
  return /^【[^】]+】\s*\S+\s+(?:\d+年(?:以上)?|\d{2}年?应届生|应届生|一年以内)/.test(fileName) ? "boss直聘" : null;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at) + 1, end < 0 ? text.length : end);
}
