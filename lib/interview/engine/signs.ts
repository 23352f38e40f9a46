import { findQuantities } from "@/lib/resume/parsing/quantities";
import type { TextSpan } from "@/lib/resume/profile";
import { type Answer, type Clause, lettersOf, overlaps } from "./answer";

const doing =
  "负责|主导|设计|实现|搭建|编写|写|开发|重构|优化|推动|组织|协调|排查|定位|解决|修复|上线|部署|迁移|选择|选|决定|提出|制定|引入|拆分|梳理|分析|调研|测试|测|压测|改|加|用|做|带|谈|拜访|跟进|整理|核对|调整|沟通|画|访谈|建|查|发现|拉|写了|接手|统计|培训";
const did =
  "built|wrote|designed|led|implemented|created|owned|fixed|refactored|migrated|deployed|introduced|chose|decided|proposed|debugged|measured|tested|added|cut|reduced|split|moved|set up|ran|managed|organi[sz]ed|negotiated|reconciled|prepared|analy[sz]ed|investigated|found|traced|rolled|changed|replaced|made|used|worked|wrapped|automated|trained|hired|mentored|launched|interviewed|called|met|talked|asked|drafted|reviewed|rewrote|started|stopped|got|put|took|developed|handled";

/** What an answer tells, each by the words that tell it. Flags: every one is matched against folded clauses. */
const patterns = {
  own: new RegExp(
    `我(?!们|觉得|认为|想|感觉|希望|听)[^，。我]{0,8}?(?:${doing})|(?:由我|我的部分|我来)|(?:^|\\s)(?:负责|主导|独立)|\\bi(?:'ve|'d| have| had)?\\s+(?:(?:also|then|first|personally|actually|just|myself|really|mostly|even|ended up)\\s+)*(?:${did})\\b|\\bmy (?:part|job|role|own) (?:was|is)\\b`,
  ),
  we: /我们|咱们|团队一起|大家|\bwe(?:'ve|'d|'re)?\b|\bour team\b|\bthe team\b/,
  situation:
    /当时|那时|那会儿|之前在|背景是|有一次|去年|前年|今年|上线前|原来|本来|双十一|大促|客户(?:说|要求|反馈|投诉)|出(?:了|过)(?:一?[次个])?(?:故障|事故|问题)|\b(?:back then|at the time|last year|once|two years ago|a year ago|when (?:i|we)|there was|we had|used to|originally|at (?:my|our) (?:last|previous)|in (?:19|20)\d\d)\b/,
  task: /目标|任务|要求是|需要|必须|希望(?:能)?把|要在|指标是|问题是|难点|瓶颈|为了|\b(?:goal|task|target|needed to|had to|problem was|challenge|requirement|deadline|bottleneck|in order to|responsible for)\b/,
  result:
    /结果|最后|最终|上线(?:后|以后|之后)|(?:降|下降|减少|缩短|压)(?:低)?(?:到|了|至)|(?:提升|提高|增长|增加|涨|升)(?:到|了|至)|从[^，。]{1,16}(?:到|降|升|变)|没有再|再也没|节省|成功|跟上|签(?:了|下)|完成了|达到|稳定在|\b(?:result|in the end|eventually|finally|went (?:from|down|up)|dropped|reduced|increased|improved|cut|saved|from [^.]{1,24} to|no more|since then|shipped|signed|closed|got it down|fell|rose|decreased|grew|faster|quicker|cheaper)\b/,
  reason:
    /因为|由于|原因是|考虑到|之所以|出于|这样(?:就)?(?:能|可以|不会)|是为了|\b(?:because|since (?!then)|the reason|so that|due to|that way|in order to|considering|given that)\b/,
  tradeOff:
    /权衡|取舍|代价|缺点|优点|相比|对比|比起|而不是|没有选|牺牲|成本|折中|要么|\b(?:trade-?offs?|instead of|rather than|downside|drawback|compared (?:to|with)|versus|at the cost|pros and cons|cheaper|we could have|i could have|alternative)\b/,
  failure:
    /失败|故障|报错|超时|异常|宕机|挂了|崩|丢(?:了|失|消息|数据)|重试|回滚|降级|补偿|幂等|兜底|踩(?:过|了)?坑|出错|漏了|延期|教训|没(?:谈|做)成|死信|积压|\b(?:fail(?:ed|ure|ures|s|ing)?|outage|error|errors|timeouts?|timed out|crash(?:ed)?|lost|retr(?:y|ies|ied)|roll(?:ed)? ?back|fallback|dead letter|idempoten\w+|mistake|wrong|broke|incident|bug|missed|lesson|corrupt\w*)\b/,
  admission:
    /没(?:有)?(?:做|用|接触|碰|写|带|遇到|处理|学|了解)过|不(?:太)?(?:了解|清楚|熟悉|懂|会|确定|记得)|没有(?:什么|太多)?(?:相关)?(?:的)?经验|不是我(?:做|负责)的|经验不多|我(?:当时)?(?:做|考虑|判断)(?:得)?(?:错|不好|不够)|\bi (?:don't|do not|didn't) (?:know|remember)\b|\b(?:never|haven't|have not|hadn't) (?:\w+ )?(?:used|done|worked|touched|built|managed|led|tried|seen|had)\b|\bnot (?:really )?(?:sure|familiar)\b|\bno experience\b|\bwasn't (?:me|my)\b|\bmy mistake\b|\bi was wrong\b|\bnot an expert\b/,
  hedge:
    /可能|大概|好像|应该(?:是|吧|会)|差不多|似乎|也许|感觉|估计|吧(?=$|[，。,\s])|之类|什么的|等等吧|反正|\b(?:maybe|perhaps|probably|kind of|sort of|i guess|i think|i suppose|might|somehow|or something|stuff|whatever|things like that)\b/,
  absolute:
    /绝对|肯定没问题|完全没(?:有)?(?:问题|难度)|从来(?:没|不)(?:有)?(?:出|失败|错|遇到)|没有(?:任何)?(?:我)?(?:不会|解决不了|搞不定)|全都|什么都(?:会|懂|能)|所有(?:的)?(?:技术|问题|东西|事情)|最(?:好|强|厉害|牛|优秀|专业)的?|百分之(?:一)?百|100%|零(?:失误|故障|缺陷)|精通(?:所有|一切|各种)|顶尖|一流|完美|谁都|没人比我|\b(?:absolutely|never (?:failed|fails|had (?:a|any) (?:problem|issue|bug)s?|wrong)|always (?:perfect|succeed\w*|work\w*)|everything|the best|perfect(?:ly)?|flawless(?:ly)?|world[- ]class|expert in (?:all|every|everything)|100 ?%|hundred percent|zero (?:bugs|defects|problems|issues)|nobody (?:\w+ )?(?:better|like me)|any(?:thing| problem) (?:i|at all)|no one (?:\w+ )?better|top[- ]notch|amazing|incredible|easily|master(?:ed)? (?:all|every))\b/,
  general:
    /一般(?:来说|都是|会|情况)|通常|理论上|应该要|首先要有|我认为(?:应该|需要|要)|比较重要|很重要|大家都知道|\b(?:generally|usually|in theory|typically|one should|you should|it is important|it's important|everyone knows|best practices?)\b/,
  learning:
    /学(?:习|了|会|到)|自学|看(?:了)?(?:文档|源码|书)|研究(?:了)?|复盘|总结|教训|后来(?:我)?(?:才)?(?:知道|发现|改|明白)|培训|下次|反思|\b(?:learn(?:ed|t|ing)?|taught myself|read (?:the )?(?:docs|documentation|source|paper|book)s?|studied|retrospective|post-?mortem|lesson|next time|looking back|in hindsight|since then)\b/,
  together:
    /协作|合作|配合|跨部门|沟通|协调|对接|一起|同事|产品经理|运维|测试(?:同学|同事|团队)|带(?:了|领|着)?[^，。]{0,8}(?:人|组|团队)|\b(?:team|teams|colleagues?|together|collaborat\w+|coordinat\w+|stakeholders?|with (?:the )?(?:product|design|sales|ops|operations|qa)|mentor\w*|pair(?:ed|ing)|manager|reviewed with)\b/,
} satisfies Record<string, RegExp>;

export type SignKey = keyof typeof patterns;

/** Connectives by what they do; an answer in order has several kinds. */
const connectives: RegExp[] = [
  /首先|第一|一开始|先(?!生|进)|\b(?:first|to start with|initially|at first)\b/,
  /其次|第二|然后|接着|再(?!也)|之后|\b(?:second|then|next|after that|afterwards)\b/,
  /最后|最终|第三|\b(?:finally|in the end|last|third|eventually)\b/,
  /因为|由于|所以|因此|导致|\b(?:because|so|therefore|as a result|that's why|since)\b/,
  /但是?|不过|然而|而不是|虽然|\b(?:but|however|although|instead|while|whereas)\b/,
  /比如|例如|举个例子|\b(?:for example|for instance|such as)\b/,
];

const unit =
  "%|％|个?百分点|倍|毫秒|秒|分钟|个?小时|天|周|个?月|个节点|台|个?实例|个分区|次|条|单|笔|万|亿|元|块|个?人|家|页|行|个接口|个服务|个(?:客户|用户|城市|门店|系统|项目|表|库|团队|国家)|(?:ms|milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|percent|percentage points|times|x|nodes?|servers?|instances?|partitions?|services?|requests?|users?|customers?|people|engineers?|orders?|records?|rows?|tables?|stores?|countries|dollars|euros?|million|thousand|k|qps|tps|rps|gb|tb|entities|invoices|accounts)(?![a-z])";
const spelled =
  "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:a )?hundred|(?:a )?thousand|half";
const figure = new RegExp(
  `百分之[零一二三四五六七八九十百两\\d.]+|(?<![\\d.a-z一二三四五六七八九十百千两几]|\\d,)(?:\\d[\\d,]*(?:\\.\\d+)?|[一二三四五六七八九十百千两几]{0,9}[二三四五六七八九十百千两][一二三四五六七八九十百千两]{0,9}|(?:(?:${spelled})[- ]){1,6})\\s*(?:(?:多|余|来|\\+)\\s*)?(?:${unit})|(?<![\\d.a-z])[pP]9[59]|[qt]ps[^，。\\d]{0,6}\\d+`,
  "g",
);
const letterPerFigure = 4;

export type Sign = TextSpan;
export type Signs = Record<SignKey, readonly Sign[]> & {
  figures: readonly Sign[];
  /** How many of the six kinds of connective there are. */
  connectives: number;
};

/** What the answer tells, by clause: a clause tells a thing once, however often its words stand in it. */
export function findSigns({ clauses, told, denials }: Answer): Signs {
  const signsOf = (key: SignKey) =>
    clauses.flatMap((clause) => {
      const match = patterns[key].exec(clause.folded);
      if (!match) return [];
      const place = { start: clause.start + match.index, end: clause.start + match.index + match[0].length };
      return key === "own" && denials.some((denial) => overlaps(denial, place)) ? [] : [place];
    });
  const keys = Object.keys(patterns) as SignKey[];
  const signs = Object.fromEntries(keys.map((key) => [key, signsOf(key)])) as Record<SignKey, Sign[]>;
  return {
    ...signs,
    admission: [
      ...signs.admission,
      ...denials.filter((denial) => !signs.admission.some((one) => overlaps(one, denial))),
    ],
    figures: clauses.flatMap(figuresOf),
    connectives: connectives.filter((pattern) => pattern.test(told)).length,
  };
}

/** Numbers with units, one a clause for every four letters of other words: a row of numbers tells nothing. */
function figuresOf({ start, folded }: Clause): Sign[] {
  const found = [
    ...[...folded.matchAll(figure)].map(({ 0: said, index }) => ({ start: index, end: index + said.length })),
    ...findQuantities(folded),
  ];
  const apart = found
    .toSorted((a, b) => a.start - b.start)
    .filter((one, index, all) => !all.slice(0, index).some((other) => overlaps(one, other)));
  const letters = lettersOf(folded) - apart.reduce((sum, one) => sum + lettersOf(folded.slice(one.start, one.end)), 0);
  return apart
    .slice(0, Math.floor(letters / letterPerFigure))
    .map((one) => ({ start: start + one.start, end: start + one.end }));
}
