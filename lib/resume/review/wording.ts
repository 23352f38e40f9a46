/** What somebody did themselves. */
const own = new RegExp(
  [
    "主导|牵头|带领|独立|设计|实现|搭建|构建|开发|研发|编写|撰写|重构|改造|优化|迁移|引入|落地|上线|制定|策划|建立|组建|推动|主持|谈判|拓展",
    "解耦|对接|支撑|处理|维护|核算|统计|采购|销售|授课|讲授|绘制|翻译|护理|巡查|接待|录入|盘点|起草|招聘|签订|跟踪|排查|监控|评审|交付|承担|执行",
    "解决|定位并|提升|提高|降低|缩短|减少|节省|编制|审核|训练|部署|完成|组织|分析|调研|培训|创办|发表|获得|签约|签下|管理",
    "^[A-Z][a-z]+ed\\b|\\b(?:led|built|designed|implemented|developed|launched|created|architected|migrated|reduced|increased|improved|automated|managed|owned|drove|delivered",
    "negotiated|trained|introduced|wrote|established|cut|grew|saved|shipped|refactored|analy[sz]ed|optimi[sz]ed|founded|initiated|spearheaded|rewrote|moved",
    "cared|looked after|presented|maintained|processed|taught|served|sold|forecast|reconciled|filed|assessed|administered|documented|conducted|reviewed|supervised",
    "performed|handled|drafted|drew|modell?ed|measured|monitored|develop|design|build|lead|manage|maintain|analy[sz]e|write|test|create|implement|run|teach",
    "published|mentored|hired|planned|organi[sz]ed|produced|prepared|resolved|tested|deployed|integrated|won|raised|halved|doubled|coordinated|ran|set up)\\b",
  ].join("|"),
  "i",
);
/** What leaves open who did it. */
const vague =
  /负责|参与|协助|配合|跟进|支持|了解|学习|接触|帮助|使用|采用|运用|利用|\b(?:responsible for|helped|assisted|participated|worked on|involved in|supported|duties included|familiar with|exposure to|learned|used|using)\b/i;

/** "参与数据库设计" designed nothing that a reader could count on. */
const vagueStart =
  /^(?:主要)?(?:参与|协助|配合|跟进|支持|了解|学习|接触|帮助)|^(?:I\s+)?(?:was\s+)?(?:helped|assisted|participated|supported|involved in|exposed to)\b/i;

/** Whose doing a statement tells of. */
export function readPart(text: string): "own" | "vague" | null {
  if (vagueStart.test(text)) return "vague";
  if (own.test(text)) return "own";
  return vague.test(text) ? "vague" : null;
}

const fillers = [
  ...["认真负责", "吃苦耐劳", "性格开朗", "乐观开朗", "学习能力强", "团队合作精神", "团队精神", "责任心强", "工作认真"],
  ...["沟通能力强", "抗压能力强", "积极向上", "踏实肯干", "热爱学习", "为人诚恳", "适应能力强", "有上进心", "勤奋好学"],
  ...[
    "hard-working",
    "hard working",
    "team player",
    "fast learner",
    "quick learner",
    "detail-oriented",
    "detail oriented",
  ],
  ...["self-motivated", "self motivated", "results-driven", "results-oriented", "go-getter", "outside the box"],
  ...["excellent communication skills", "good communication skills", "highly motivated", "positive attitude"],
];

/** Phrases that fit anybody, each where it first stands. */
export function findFillers(text: string): { start: number; end: number }[] {
  const folded = text.toLowerCase();
  return fillers
    .map((filler) => ({ start: folded.indexOf(filler), end: folded.indexOf(filler) + filler.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
}

/** 我 and "I" before what was done: a resume is about nobody else. */
export const firstPerson = /^(?:我|本人)|[，,。；]\s*(?:我|本人)(?!们|国|司|院|校)|(?:^|[.;]\s+)(?:I|My)\b/;
