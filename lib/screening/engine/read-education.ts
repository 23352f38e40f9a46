import { type DegreeLevel, degreeLevels } from "@/lib/resume/profile";

const degreePatterns: [DegreeLevel, RegExp][] = [
  ["doctor", /博士|ph\.?\s?d|doctora|doctor of/i],
  ["master", /硕士|研究生|\bmaster|\bmba\b|\bm\.?sc\b/i],
  [
    "bachelor",
    /本科|学士|bachelor|undergraduate|\bb\.?(?:sc|a|s)\b|\bbba\b|(?:university|college) degree|\bdegree in\b/i,
  ],
  ["associate", /大专|专科|高职|associate|(?<!high.school )diploma/i],
  ["high_school", /高中|中专|职高|high school|secondary|\bged\b/i],
];

/** The lowest degree that satisfies the text ("Master's preferred, Bachelor's required": bachelor); null when it names none. */
export function readDegree(text: string): DegreeLevel | null {
  const named = degreePatterns.filter(([, pattern]) => pattern.test(text)).map(([level]) => level);
  return named.toSorted((a, b) => degreeLevels.indexOf(a) - degreeLevels.indexOf(b))[0] ?? null;
}

const tierNames: [SchoolTier, RegExp][] = [
  ["985", /985|c9/i],
  ["211", /211|双一流|重点(?:大学|院校|高校|本科)|名校|一本/i],
  ["overseas", /海外|留学|境外|\boverseas\b|\babroad\b/i],
  [
    "top",
    /\bqs\b|世界(?:排名|前)|top[- ]?\d+|ivy league|russell group|(?:top|leading|prestigious)[- ](?:tier )?(?:university|universities|school)/i,
  ],
];

/** A school's standing as requirements name it. 985 schools are of 211 too; `top` is the best hundred of the world. */
export type SchoolTier = "985" | "211" | "overseas" | "top";

/** The tiers a text asks for, each enough; empty when it names none. */
export function readSchoolTiers(text: string): SchoolTier[] {
  return tierNames.filter(([, pattern]) => pattern.test(text)).map(([tier]) => tier);
}

const majorFamilies: RegExp[] = [
  /计算机|软件|信息(?!管理)|网络工程|电子信息|通信|自动化|人工智能|数据科学|大数据|\bcomput|software|informat|\bit\b|\bcs\b|data science|artificial intelligence/i,
  /电子|电气|自动化|微电子|集成电路|通信|electr|microelectr|telecommunicat/i,
  /会计|财务|财会|审计|金融|经济|税|account|financ|econom|audit|taxation/i,
  /人力资源|劳动|human resource|industrial relations/i,
  /工商|行政管理|企业管理|公共管理|管理学|管理类|business|administration|management/i,
  /市场|营销|广告|传媒|传播|新闻|marketing|advertis|communications?\b|journalis|media/i,
  /机械|机电|制造|材料|车辆|mechanic|manufactur|material|automotive/i,
  /设计|美术|艺术|视觉|design|\barts?\b(?! (?:in|of))/i,
  /法学|法律|\blaws?\b|legal/i,
  /医学|护理|药学|药物|临床|medic|nurs|pharm|clinical/i,
  /数学|统计|物理|math|statistic|physic/i,
  /英语|日语|法语|德语|翻译|语言|english|linguist|translation|foreign language/i,
  /土木|建筑|工程管理|工程造价|civil|architect|construction/i,
  /化学|化工|生物|环境|chemi|biolog|environment/i,
  /教育|师范|心理|education|teaching|psycholog/i,
  /物流|供应链|国际贸易|电子商务|logistic|supply chain|international trade|e-?commerce/i,
];
const anyEngineering = /理工|工科|engineering degree|\bstem\b|technical (?:field|discipline)/i;
const engineering =
  /工程|科学与技术|计算机|软件|电子|机械|数学|物理|化学|engineer|comput|science|math|physic|technolog/i;

/** The families of study a text names: patterns that a fitting major matches one of. */
export function readMajorFamilies(text: string): RegExp[] {
  const asked = text.replace(
    /学历|学位|专业不限|不限专业|教育(?:背景|程度|经历)|及?以上|bachelor'?s? of (?:science|arts)|education(?: level| background)?:?/gi,
    "",
  );
  const families = majorFamilies.filter((family) => family.test(asked));
  return anyEngineering.test(asked) ? [...families, engineering] : families;
}
