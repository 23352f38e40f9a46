import type { Competency } from "./question-bank";

/** Words of requirements and of headings that people sort questions under, the more particular first. */
const patterns: [Competency, RegExp][] = [
  ["leadership", /领导|带团队|管理能力|团队管理|带人|leader|people management|managing people/i],
  ["collaboration", /团队|协作|合作|协调|配合|team|collaborat|cooperat|interpersonal/i],
  ["communication", /沟通|表达|汇报|演讲|写作|communicat|presentation|writing|speaking/i],
  ["learning", /学习|成长|好奇|learn|curio|growth mindset/i],
  ["customer_focus", /客户|用户|服务意识|顾客|customer|client|service/i],
  ["integrity", /诚信|诚实|正直|职业道德|品德|品行|integrity|ethic|honest/i],
  ["adaptability", /抗压|承压|压力|适应|应变|快节奏|情绪|adapt|stress|pressure|resilien|fast[- ]paced|flexib/i],
  ["planning", /计划|规划|时间管理|条理|统筹|planning|organi[sz]|time management|priorit/i],
  ["quality", /细心|细致|严谨|质量|认真|attention to detail|accura|quality|thorough/i],
  ["decision_making", /决策|判断|decision|judg/i],
  ["influence", /影响|推动|说服|谈判|influen|persua|negotiat|stakeholder/i],
  ["problem_solving", /解决问题|问题解决|分析|逻辑|思维|创新|problem|analy|logic|critical thinking|creativ|innovat/i],
  [
    "ownership",
    /责任|主动|执行力|积极|吃苦|敬业|踏实|owner|initiative|proactive|self[- ](?:motivated|starter|driven)|accountab|responsib/i,
  ],
  ["motivation", /动机|求职|稳定|价值观|文化|职业规划|热情|热爱|motivat|culture|values|career|passion|enthusias/i],
];

/** The competency that words name; null when they name none. */
export function readCompetency(text: string): Competency | null {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
