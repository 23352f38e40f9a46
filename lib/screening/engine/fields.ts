/** A field of work by the words that job titles and job advertisements use for it in both languages. */
type Field = {
  key: string;
  /** Fields of one group lie so near that a title of one does not rule out experience in the other. */
  group: "technology" | "business" | "office" | "finance" | "industry" | "care" | "law" | "knowledge" | "service";
  pattern: RegExp;
  /** Fields whose jobs count as this one: a full-stack developer has done back-end work. */
  includes?: string[];
};

const fields: Field[] = [
  {
    key: "software",
    group: "technology",
    pattern:
      /软件|程序员|研发工程|开发工程|开发经验|技术开发|software|\bdeveloper|programmer|web development|\bswe\b|\bsde\b|(?:application|systems?) engineer/i,
    includes: ["backend", "frontend", "mobile", "fullstack", "embedded"],
  },
  {
    key: "backend",
    group: "technology",
    pattern:
      /后端|后台开发|服务端|服务器端|(?:java(?!script)|go(?:lang)?|php|python|\.net|c\+\+|ruby)\s*(?:(?:软件|高级|研发)+\s*)?(?:开发|工程师|developer|engineer|programmer)|back-?\s?end|server[- ]side/i,
    includes: ["fullstack", "software"],
  },
  {
    key: "frontend",
    group: "technology",
    pattern:
      /前端|front-?\s?end|\bweb (?:developer|designer)|(?:react|vue|javascript)\s*(?:开发|工程师|developer|engineer)/i,
    includes: ["fullstack"],
  },
  { key: "fullstack", group: "technology", pattern: /全栈|full-?\s?stack/i },
  {
    key: "mobile",
    group: "technology",
    pattern: /移动端|客户端开发|安卓|android|\bios\b|mobile (?:developer|engineer|app)/i,
  },
  { key: "embedded", group: "technology", pattern: /嵌入式|固件|单片机|embedded|firmware/i, includes: ["hardware"] },
  {
    key: "data",
    group: "technology",
    pattern:
      /数据分析|数据科学|数据工程|数据开发|数仓|大数据|算法|机器学习|深度学习|人工智能|data (?:analy|scien|engineer)|machine learning|\b(?:ai|ml) engineer|business intelligence/i,
  },
  {
    key: "testing",
    group: "technology",
    pattern: /测试|质量保证|\bqa\b|quality assurance|\btest(?:ing|er)?\b(?: engineer)?|\bsdet\b/i,
  },
  {
    key: "operations-engineering",
    group: "technology",
    pattern:
      /运维|devops|site reliability|\bsre\b|platform engineer|cloud (?:engineer|architect)|infrastructure|system(?:s)? admin|release engineer|云计算工程/i,
  },
  {
    key: "support",
    group: "technology",
    pattern:
      /技术支持|桌面支持|网络管理员|help ?desk|desktop support|it support|technical support|\bit (?:specialist|technician|manager)/i,
  },
  {
    key: "network-security",
    group: "technology",
    pattern: /网络工程|信息安全|网络安全|network engineer|security (?:engineer|research|analyst)/i,
  },
  {
    key: "hardware",
    group: "technology",
    pattern: /硬件|电子工程|芯片|集成电路|hardware|electronics? engineer|\bfpga\b|semiconductor|\basic\b/i,
    includes: ["embedded"],
  },
  {
    key: "product",
    group: "business",
    pattern: /产品(?:经理|负责|总监|运营|助理|专员)|product (?:manager|owner|lead|director)/i,
  },
  {
    key: "project",
    group: "business",
    pattern: /项目(?:经理|管理|总监|助理)|project (?:manag|coordinat|lead)|program(?:me)? manag|scrum master/i,
  },
  {
    key: "accounting",
    group: "finance",
    pattern:
      /会计|财务|审计|出纳|税务|account(?:ant|ing\b)|accounts (?:payable|receivable)|financ|\baudit|bookkeep|controller|\btax/i,
  },
  {
    key: "banking",
    group: "finance",
    pattern: /银行|证券|投资|基金|风控|信贷|理财|\bbank|investment|securities|underwrit|\bcredit/i,
  },
  {
    key: "people",
    group: "office",
    pattern: /人力资源|招聘|人事|薪酬|绩效|human resource|recruit|talent|\bhr(?:bp)?\b|people operations/i,
  },
  {
    key: "office",
    group: "office",
    pattern:
      /行政|办公室|前台|文秘|秘书|文员|总经理助理|administrat(?:or|ive|ion)|office (?:manag|coordinator|assistant|clerk)|secretar|receptionist|practice manag|executive assistant|personal assistant/i,
  },
  {
    key: "marketing",
    group: "business",
    pattern:
      /市场|营销|品牌|推广|新媒体|公关|文案|策划|marketing|brand|growth|communications|public relations|\bseo\b|copywrit|content/i,
  },
  {
    key: "sales",
    group: "business",
    pattern:
      /销售|商务|客户经理|客户代表|业务员|业务代表|渠道|\bsales|business development|account (?:executive|manager)/i,
  },
  {
    key: "customer-service",
    group: "service",
    pattern: /客服|客户服务|售后|customer (?:service|support|success|care)|call cent/i,
  },
  { key: "operations", group: "business", pattern: /(?<!产品)运营|电商|\boperations\b|e-?commerce/i },
  {
    key: "design",
    group: "business",
    pattern: /设计师|视觉|交互|平面|美工|ui设计|designer|\bui\b|\bux\b|graphic|art director|creative/i,
  },
  {
    key: "procurement",
    group: "industry",
    pattern: /采购|供应链|物流|仓储|仓库|procurement|purchas|\bbuyer|supply chain|logistics|warehouse/i,
  },
  {
    key: "mechanical",
    group: "industry",
    pattern: /机械|机电|结构工程|工艺|制造|生产|设备|mechanic|manufactur|production|industrial engineer|machinist/i,
  },
  { key: "electrical", group: "industry", pattern: /电气|电力|电工|electric/i },
  {
    key: "construction",
    group: "industry",
    pattern:
      /土木|建筑|施工|造价|监理|civil engineer|(?<!software |solutions? |cloud |data |enterprise |system )architect\b|construction|quantity survey/i,
  },
  { key: "teaching", group: "knowledge", pattern: /教师|讲师|老师|教学|助教|teach|lectur|tutor|instructor|professor/i },
  { key: "research", group: "knowledge", pattern: /科研|研究员|研究助理|博士后|research|scientist|postdoc/i },
  {
    key: "care",
    group: "care",
    pattern: /护士|护理|医生|医师|药师|临床|\bnurs|physician|pharmac|clinical|medical|therapist/i,
  },
  { key: "law", group: "law", pattern: /法务|律师|合规|legal|lawyer|attorney|counsel|paralegal|compliance/i },
  {
    key: "hospitality",
    group: "service",
    pattern: /餐饮|酒店|服务员|店长|导购|收银|restaurant|hotel|waiter|waitress|barista|cashier|retail|store/i,
  },
];

const byKey = new Map(fields.map((field) => [field.key, field]));

/** The fields a text names, by key. */
export function readFields(text: string): string[] {
  return fields.filter(({ pattern }) => pattern.test(text)).map(({ key }) => key);
}

/** Whether a job with this title is one in any of the asked fields. */
export function isInFields(title: string, asked: readonly string[]): boolean {
  const accepted = new Set(asked.flatMap((key) => [key, ...(byKey.get(key)?.includes ?? [])]));
  const own = readFields(title);
  // "Front-end Developer" is a developer by its words, and yet no back-end job.
  const special = own.filter((key) => key !== "software");
  return (special.length > 0 ? special : own).some((key) => accepted.has(key));
}

/** Whether the title clearly names another profession: fields of its own, none in a group of the asked ones. */
export function isOtherProfession(title: string, asked: readonly string[]): boolean {
  const groupOf = (key: string) => byKey.get(key)?.group;
  const groups = new Set(asked.map(groupOf));
  const own = readFields(title);
  return own.length > 0 && own.every((key) => !groups.has(groupOf(key)));
}
