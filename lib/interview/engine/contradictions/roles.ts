import { leadershipMentions, sizeIn } from "@/lib/screening/engine/judge-leadership";
import { statement } from "@/lib/screening/engine/judgement";
import type { FindIn } from "./facts";
import { notOwn } from "./told-years";
import { found } from "./years";

export const leads =
  /我(?!们)[^，]{0,10}(?:带|管|领导)|^(?:带|管理)(?:了|过|着)|\bi (?:\w+ )?(?:led|managed|supervised|headed|ran|was leading|was managing|mentored|directed)\b|\band i (?:led|managed|supervised)/;
export const notLed =
  /项目组|部门|公司|整个|参与|加起来|一共|合计|\b(?:department|company|altogether|in total|including|budgets?|products?|customers|users)\b/;

/** A team of more than twice the size, and at least four people more, than the largest that the resume names. */
export const teamSize: FindIn = (clause, _, facts) => {
  const { folded } = clause;
  if (!leads.test(folded) || notOwn.test(folded) || notLed.test(folded)) return null;
  const told = sizeIn(folded.replace(/(?<=[\d一二三四五六七八九十])\s*多?个(?=人)/g, ""));
  const sized = leadershipMentions(facts.evidence).flatMap(({ sentence }) => {
    const size = sizeIn(sentence.folded);
    return size === null ? [] : [{ sentence, size }];
  });
  const largest = sized.toSorted((a, b) => b.size - a.size)[0];
  if (told === null || !largest || told <= 2 * largest.size || told < largest.size + 4) return null;
  const values = { told, shown: largest.size };
  return found(clause, facts, largest.sentence, statement("contradicts_team_size", values));
};

/** From the top; managers of customers, products and projects need not have anybody below them. */
const ranks: [number, RegExp][] = [
  [6, /首席|总裁(?!助理)|董事长|\b(?:ceo|cto|cfo|coo|chief \w+(?: \w+)? officer|president)\b/],
  [5, /副总裁|副总(?!监)|总经理(?!助理)|\b(?:vice president|vp|general manager)\b/],
  [4, /总监|厂长|院长|\b(?:director|head of)\b/],
  [1, /(?:客户|产品|项目)经理|\b(?:account|product|project|customer) manager\b/],
  [3, /经理|主管|负责人|组长|店长|部长|\b(?:manager|lead|leader|supervisor)\b/],
];

function rankOf(title: string): number {
  return ranks.find(([, pattern]) => pattern.test(title))?.[0] ?? 1;
}

export const holds =
  /我(?!们)[^，的]{0,10}(?:是|担任|任|当(?:了|上)|做到了?|职位是|升(?:到|任|为)了?)([^，]{0,12})|\bi(?:'m| (?:was|am|became|worked as|served as|got promoted to))(?: the| an?)? ([\w ]{2,40})/;
export const noTitle =
  /代理|临时|\bacting\b|\binterim\b|\bjoke\b|汇报|助理|的(?:下属|同事)|跟着|不是|没|未|面试|\b(?:report\w*|assistant|under|not|never|hired by|working with|told)\b|n't\b/;

/** A title of two ranks above any in the resume, from directors on. */
export const title: FindIn = (clause, _, facts) => {
  const { folded } = clause;
  const match = holds.exec(folded);
  const held = (match?.[1] ?? match?.[2] ?? "").trim();
  if (held === "" || notOwn.test(folded) || noTitle.test(folded)) return null;
  const [rank, pattern] = ranks.find(([, one]) => one.test(held)) ?? [1, null];
  const { work, projects } = facts.evidence.profile;
  const titles = [...work.map((job) => job.title), ...projects.map(({ role }) => role)].flatMap((one) => one ?? []);
  const highest = titles.toSorted((a, b) => rankOf(b.value.toLowerCase()) - rankOf(a.value.toLowerCase()))[0];
  const place = highest?.spans[0];
  const said = pattern?.exec(held)?.[0];
  if (!said || !highest || !place || rank < 4 || rank - rankOf(highest.value.toLowerCase()) < 2) return null;
  const behind = held.slice(held.indexOf(said) + said.length);
  // "是总监招进来的": somebody else.
  if (facts.evidence.folded.includes(said) || /^\p{Script=Han}/u.test(behind.replace(/^[了兼啊吧级]/, ""))) return null;
  return found(clause, facts, place, statement("contradicts_title", { told: said, title: highest.value }));
};
