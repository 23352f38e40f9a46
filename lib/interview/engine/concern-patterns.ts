import type { questionConcerns } from "@/lib/interview/kinds";

export type QuestionConcern = (typeof questionConcerns)[number];

/** People a question may well be about: "你的员工怀孕后，工作怎么安排" does not ask the candidate. */
const others =
  "员工|下属|同事|用户|客户|组员|患者|病人|学生|成员|顾客|会员|家长|候选人|孕妇|产妇|消费者|居民|群体|人群|产品|项目|系统|团队";

/** Up to so many characters of the same clause with nobody else in them. */
const near = (most: number) => `(?:(?!${others})[^，,。.？?！!；;]){0,${most}}`;
const you = "(?:你|您)";
const asks = "(?:了?没有?|了?吗|么|否|呢)";
const ends = "(?=$|[\\s，,。？?！!])";
/** Behind "your": the things of a program or a firm that have the name of a relative. */
const notTechnical =
  "(?!['’]?s?[- ](?:component|node|class|compan|process|element|team|teams|office|directive|theme|table|brand|account|service|module|field|column|practice|medicine|firm|business))";

const pattern = (...parts: string[]) => new RegExp(parts.join("|"), "gu");

/**
 * How people ask for what has nothing to do with a job, as the text is after folding: small letters, half width.
 * Nearly every pattern wants the candidate in it ("you", 你), as the same words are a subject of somebody's work.
 */
export const concernPatterns: [QuestionConcern, RegExp][] = [
  [
    "age",
    pattern(
      `${you}(?:的|今年|现在|目前|实际|真实|到底|具体|应该|有)*(?:几岁|贵庚|芳龄|年龄(?![段层组])|岁数|年纪)`,
      `${you}(?:今年|现在|目前|到底|应该)*多大(?:了|年纪|岁数|年龄|${ends})`,
      "今年多大|多大(?:年纪|岁数|年龄)|贵庚|芳龄|今年几岁|(?:^|[，,。？?])年龄(?:是)?多[大少]",
      `(?:${you}${near(4)}|^)(?:(?:哪|几几|几)年|什么时候)(?:出)?生(?:的|人|${ends})|(?:哪|几几)年出生`,
      `${you}${near(6)}(?:出生(?:日期|年份|年月|于)|生日|生年)`,
      "^(?:说(?:一)?下)?出生(?:日期|年月|年份)(?:是|$|[？?])",
      `${you}(?:是)?属(?:什么|啥|哪个)(?!于)`,
      `${you}${near(4)}[056789][05]\\s*后(?:吗|还是|吧|么|${ends})`,
      "(?:都|已经|快)[二三四五六][十]?[一二三四五六七八九几多十]*岁?(?:了|的人)",
      `${you}(?:都|这个?|这么|年纪)?(?:年纪|岁数|一大把年纪)(?:这么|有点|偏|也不)?[大小]?`,
      `${you}${near(4)}(?:太年轻|年纪太?[大小]|岁数太?[大小])`,
      "\\bhow old (?:are|r) (?:you|u)\\b",
      "\\bwhat age are you\\b",
      "\\byour (?:exact |current |real |actual )?age\\b(?![- ](?:group|verification|gate|range|check|data|model|limit|field|estimation|bracket))",
      "\\b(?:what year|when) were you born\\b",
      "\\byour (?:date of birth|birth ?date|birthday|year of birth|birth year|dob)\\b",
      "\\b(?:when|how soon) (?:do|will|are|would) you[^.?!]{0,16}\\bretir\\w+|\\b(?:until|before) you(?:'ll| will)? retire|\\bhow (?:long|many (?:more )?years)[^.?!]{0,24}\\bretire(?:ment)?\\b",
      "\\b(?:you|you're|you are|aren't you)\\b[^.?!]{0,16}\\b(?:too|bit|rather|quite|little|very) (?:old|young)\\b",
      "\\byou(?:'re| are)? (?:over|under)[- ]?(?:30|35|40|45|50|55|60)\\b|\\bare you (?:over|under) (?:30|35|40|45|50|55|60)\\b",
      "\\b(?:when|what year) did you (?:finish|graduate|leave)(?: from)?(?: (?:high|secondary|middle) school|(?= *(?:[?.!]|$)))",
      "\\bdo you remember[^.?!]{0,24}\\b(?:before|when|when there (?:was|were) no)\\b[^.?!]{0,24}\\b(?:internet|e-?mail|computers?|mobile phones?)",
      "(?:你|您)(?:都|已经|快|今年)*[2-6]\\d岁?了",
      "\\bdate of your (?:high|secondary) school graduation|\\byour graduation (?:date|year)\\b",
    ),
  ],
  [
    "marriage",
    pattern(
      `结(?:了|过)?婚(?:了|多久|几年)?(?:吗|没|么|否|没有)`,
      `${you}${near(6)}(?:什么时候|何时|哪年|打算|准备|计划|想|要)${near(4)}结婚`,
      `(?:打算|准备|计划|什么时候|何时)(?:要)?结婚|结婚(?:的)?(?:打算|计划|安排|想法)|谈过${near(4)}恋爱|恋爱(?:经历|史|次数|分手)|分手(?:的)?原因`,
      `婚姻(?:状况|状态|情况)(?!字段|证明|数据|登记)|婚否|(?:${you}|有没有)${near(4)}离(?:过|了)?婚|离过婚`,
      `${you}${near(8)}(?:单身|已婚|未婚|离异)(?!家庭|狗|公寓)|^(?:目前|现在)?(?:是)?(?:单身|已婚|未婚)(?:还是|吗|么)`,
      `(?:有|有没有|找|处|谈)(?:个)?(?:对象|男朋友|女朋友|男友|女友|老公|老婆)(?:${asks}|${ends})`,
      `${you}(?:的|家)?(?:爱人|老公|老婆|丈夫|妻子|太太|先生(?![成产])|配偶|男朋友|女朋友|男友|女友|未婚[夫妻]|另一半)`,
      `${you}(?:的)?对象(?=是做|在哪|同意|支持|做什么|干)`,
      "[和跟][男女](?:朋)?友|(?:在)?谈恋爱|感情(?:状况|生活)|处对象",
      "\\bare you (?:currently |already |still |happily )?(?:married|single(?![- ](?:hand|minded|thread))|divorced|engaged(?! (?:in|with))|widowed|dating|in a relationship|seeing (?:anyone|someone))\\b",
      "\\byour (?:marital|relationship) status\\b|^(?:what is )?(?:the )?marital status\\b",
      "\\bdo you have (?:a |an |any )?(?:boyfriend|girlfriend|husband|wife|spouse|fianc[eé]e?)\\b",
      "\\b(?:you|you're)\\b[^.?!]{0,30}\\b(?:get|getting|got|been|be) married\\b",
      "\\byour (?:ex-?)?(?:husband|wife|spouse|fianc[eé]e?|boyfriend|girlfriend|significant other)\\b",
      "\\bmaiden name\\b|\\byour wedding\\b|\\b(?:mrs|miss|ms)\\.?(?:,| or) (?:or )?(?:mrs|miss|ms)\\b",
      "\\bmaiden (?:or|and) married\\b|\\b(?:your )?maiden or\\b|\\bmarried name\\b",
      "(?:还是|还)(?:未婚|单身)(?=$|[，,。？?])|大龄未婚",
      "(?:为什么|怎么|为何|咋)(?:还|一直)?(?:没|不|未)(?:有)?(?:结婚|对象|男朋友|女朋友)",
    ),
  ],
  [
    "children",
    pattern(
      `(?:打算|准备|计划|什么时候|何时|考虑|想|还|会不会|会|近期)${near(6)}(?:要|生|怀)(?:个)?(?:孩子|小孩|娃|宝宝|一胎|二胎|三胎|二孩|三孩|老二)|(?:打算|准备|计划)(?:什么时候)?(?:要|生)(?=$|[？?，,])|什么时候生(?=$|[？?，,])|生(?:了|过)?(?:孩子|小孩|娃)了?(?:吗|没)`,
      `(?:${you}|是否|有没有|在|准备|打算|计划)${near(4)}备孕|生育(?:计划|打算|情况|意愿|状况)|(?:已|未)育(?:吗|还是|否)`,
      `(?:${you}|是否|是不是|有没有|现在)${near(4)}(?:怀孕|怀上|有喜)|怀孕(?:了)?(?:吗|没)`,
      `(?:^(?:现在|目前|已经)*|${you}${near(4)})有(?:没有|了)?(?:几个)?(?:孩子|小孩|娃|宝宝|儿子|女儿)(?:${asks}|${ends})`,
      `${you}家${near(4)}(?:幼儿园|学区|小学)|${you}${near(6)}儿童节|儿童节(?:福利|礼物|礼品)${near(4)}[，,]?${you}?(?:需要|要)`,
      `(?:孩子|小孩|娃|宝宝)(?:现在|今年|平时|都)*(?:多大(?:了|$|[，,？?])|几岁|谁(?:来)?(?:带|接|管|照|看)|上几年级|上学了吗|有人带)`,
      `有?几个(?:孩子|小孩|娃)${ends}|${you}(?:家|的|家的)?(?:孩子|小孩|娃|宝宝|儿子|女儿)(?!类|王)`,
      `(?:会不会|打算|准备|马上|要|什么时候)${near(4)}休(?:产|陪产|育儿)假|生过(?:孩子|小孩|娃)|家里(?:有)?(?:孩子|小孩|娃)`,
      "\\b(?:do|did|have|will|would|are) you\\b[^.?!]{0,30}\\b(?:have|got|want|having|raising|expecting)\\b[^.?!]{0,10}\\b(?:kids|children|a child|a baby|babies|a family)\\b(?!['’]s| (?:who|in|on|as|products?|apps?|process|nodes?))",
      "\\byou\\b[^.?!]{0,24}\\b(?:birth control|contracepti\\w+|fertility treatment|ivf)\\b|\\bare you planning (?:to have|on having) (?:any )?(?:more|children|kids|babies)",
      "\\b(?:got|have) (?:any )?kids\\b",
      "\\byou\\b[^.?!]{0,20}\\bpregnan(?:t|cy)\\b(?! (?:women|users?|patients?|tests?|app|model))|\\bare you expecting(?=\\s*(?:[?.!]|$|a (?:baby|child)))",
      "\\bstart(?:ing)? a family\\b|\\bfamily planning\\b(?=[^.?!]*\\byou)|\\byour (?:family plans|biological clock)\\b",
      "\\bhow many (?:kids|children) (?:do|have) you (?:have|got)\\s*(?:[?.!]|$|at home)",
      `\\byour (?:own )?(?:kids|children|son|daughter|baby|toddler|child)\\b${notTechnical}`,
      "\\b(?:your|have|any) child ?care\\b|\\bchild ?care (?:arrangements?|plans?|situation|while you)\\b|\\barrangements?\\b[^.?!]{0,32}\\bchild ?care\\b|\\bwho(?:'s| is| will be)? (?:looks?|looking|takes?|taking) (?:after|care of) (?:your|the) (?:kids|children)",
      "\\byou\\b[^.?!]{0,24}\\b(?:tak(?:e|ing)|go(?:ing)? on|need) (?:any |your )?(?:maternity|paternity|parental) leave\\b",
      "\\byou have[^.?!]{0,24}\\b(?:age|aged|small|young|little) (?:kids|children)\\b(?! (?:in|who|as|on))",
      "\\bbaby-?sit(?:ter|ting)?\\b(?=[^.?!]*\\byour?\\b)|\\bwho[^.?!]{0,16}baby-?sit",
    ),
  ],
  [
    "religion",
    pattern(
      `(?:^|${you}(?:是|平时|家里?)?)信(?:不信)?(?:什么|啥|哪个|哪种)?(?:教(?![育学程师练材授案])|佛|基督|上帝|耶稣|神|天主|伊斯兰|主)`,
      `(?:${you}|有没有|有无|是否有|^有)${near(4)}(?:宗教)?信仰|(?:什么|哪个|哪种)宗教(?!题材|建筑)`,
      `(?:${you}|是不是|是否)${near(4)}(?:穆斯林|基督徒|佛教徒|教徒|信徒|居士|回教)(?!用户|群体|市场)`,
      `(?:${you}|周末|平时|会|经常|要)${near(6)}(?:做礼拜|去教堂|烧香|拜佛|念经|吃斋|祷告|去寺庙|上教会|去清真寺)`,
      "\\b(?:what|which) (?:religion|faith|church)\\b[^.?!]{0,12}\\byou|\\byour (?:religio\\w+|faith|church)\\b",
      "\\bdo you (?:regularly )?(?:go to|attend|belong to) (?:a |any |the )?(?:church|mosque|temple|synagogue|mass|religious)\\b",
      "\\bare you (?:an? )?(?:practi[sc]ing |devout |strict |born[- ]again )?(?:christian|muslim|jew|jewish|hindu|buddhist|catholic|atheist|mormon|sikh|protestant|religious)\\b",
      "\\bdo you (?:still )?(?:believe in (?:god|jesus|allah|a god)|pray|fast (?:during|for|at))\\b",
      "\\bdo you (?:observe|celebrate|keep)\\b[^.?!]{0,16}(?:sabbath|ramadan|lent|christmas|easter|religious|jewish|holy|diwali)|\\breligious (?:holidays?|beliefs?)\\b[^.?!]{0,6}\\bdo you\\b",
      "\\byou\\b[^.?!]{0,16}\\b(?:need|require|want|take)\\b[^.?!]{0,32}\\breligious (?:holidays?|days?|festivals?|reasons?)|\\bwhere do you (?:go to church|worship|pray)|\\byour (?:place of worship|pastor|priest|rabbi|imam)\\b",
      "\\b(?:willing|able|ok|okay|happy) to work on (?:good friday|christmas|easter|rosh hashanah|yom kippur|the sabbath|eid|diwali|ramadan)",
    ),
  ],
  [
    "health",
    pattern(
      `(?:${you}|有没有|有无|是否|是不是|得过|患过|患有|曾经)${near(8)}(?:慢性病|传染病|遗传病|职业病|乙肝|肝炎|艾滋|hiv|抑郁|焦虑症|精神病|精神疾病|心脏病|高血压|糖尿病|癫痫|癌症|病史|残疾|残障|大病|重病|隐疾|腰间盘)(?!患者|管理|筛查|疫苗|平台|药|护理|病房|病人|模型|量表|人群|用户|人士|无障碍|的)`,
      `${you}${near(4)}身体(?:状况)?(?:怎么样|如何|好吗|健康|好不好|行不行|吃得消|有没有|有什么|还好|状况|素质|有啥)`,
      `^(?:最近|现在)?身体(?:状况)?(?:怎么样|如何|好吗|健康|有没有|有什么|有啥|还好)`,
      `(?:${you}|去年|上一?年|平时|经常|一年)${near(6)}(?:请|休)${near(5)}病假`,
      `(?:做|动|开)过(?:什么|大|啥|重大)?(?:手术|刀)(?:吗|没有|么|没)`,
      `(?:${you}|有没有|长期|需要|一直)${near(4)}(?:吃|服|服用)(?:着|什么)?药(?!品|企|店)|残疾证|是残疾人`,
      `家族${near(4)}(?:遗传|病史)|看过(?:心理医生|精神科)|${you}${near(4)}(?:例假|生理期|月经|痛经)`,
      `${you}${near(4)}(?:抽烟|吸烟|喝酒|酒量)|^(?:平时)?(?:抽烟|吸烟|喝酒)(?:吗|么)|体检(?:报告)?(?:有没有|正常吗|有问题)`,
      "\\bdo you (?:currently )?(?:have|suffer from)\\b[^.?!]{0,14}\\b(?:medical|health|mental|physical|chronic|pre-?existing|psychiatric)\\b[- ](?:health )?(?:conditions?|problems?|issues?|illness(?:es)?|disabilit(?:y|ies)|limitations?|history|diseases?|disorders?)",
      "\\bdo you have (?:a |any )?(?:disabilit(?:y|ies)|diseases?|illness(?:es)?|allerg(?:y|ies)|back problems?|diabetes|cancer|epilepsy|hepatitis|asthma|depression)\\b",
      "\\bare you (?:currently |physically |mentally )?(?:disabled|handicapped|healthy|sick(?! of)|ill|in good health|hiv|fit and healthy|on (?:any )?medication|seeing an? (?:therapist|psychiatrist|doctor)|taking (?:any )?(?:prescription |regular )?(?:medications?|medicines?|drugs|pills|antidepressants))\\b",
      "\\bhave you (?:ever )?(?:been (?:treated|hospitali[sz]ed|diagnosed|in (?:rehab|hospital))|had (?:any |a )?(?:major )?(?:surgery|operations?|cancer|depression|serious illness|breakdown|heart attack|mental)\\b(?! (?:go|that|where|cancel))|suffered from|filed (?:for )?(?:a )?workers)",
      "\\bhave you (?:ever |recently )?(?:had|experienced|suffered)\\b[^.?!]{0,30}\\b(?:illness(?:es)?|operations?(?= *(?:[?.!]|$|or|in the (?:past|last)))|surger(?:y|ies)|injur(?:y|ies)|diseases?)(?= *(?:[?.!,]|$|or|in the (?:past|last)|at work|on the job))",
      "\\bhow (?:many|much) sick (?:days|leave)\\b(?=[^.?!]*\\byou)|\\bhow (?:many days|often)[^.?!]{0,12}\\b(?:you|were you) (?:off |call in |been )?sick\\b",
      "\\byour (?:own |general |physical |mental )?health(?= *(?:[?.!,]|$|like|status|history|problems?|conditions?|issues?))|\\byour (?:medical|psychiatric) (?:history|conditions?|records?)\\b|\\byour disabilit(?:y|ies)\\b",
      "\\byou\\b[^.?!]{0,12}\\bhistory of (?:mental|depress|addict|alcohol|drug|back|heart|illness)",
      "\\bdo you (?:smoke|drink(?= *(?:[?.!]|$|or|alcohol))|use (?:recreational |illegal )?drugs|take (?:any )?(?:drugs|medications?|pills))",
      "\\bwhy (?:do|are) you (?:us(?:e|ing)|walk(?:ing)? with|wear(?:ing)?|in) (?:that |a |an )?(?:cane|wheelchair|brace|hearing aid|crutch(?:es)?|sling|limp)",
      "\\bhave you (?:ever )?(?:been )?(?:addicted|an? (?:addict|alcoholic))\\b|\\btreated for (?:drug|alcohol|substance)",
      "\\b(?:days|time)\\b[^.?!]{0,8}\\byou\\b[^.?!]{0,24}\\b(?:because of|due to|for) (?:an? )?(?:illness|sickness|health)",
      "\\bhave you had any (?:recent |past |serious )?(?:medical|psychiatric|health)\\b",
      "\\bhave you (?:ever )?been (?:seriously |badly )?(?:injured|hurt)\\b|\\byour (?:injur(?:y|ies)|illness(?:es)?)\\b",
    ),
  ],
  [
    "ethnicity",
    pattern(
      `(?:${you}(?:是|属于)?|^)(?:什么|哪个|啥)(?:民族|族的?)(?!乐器|服饰|舞)|民族(?:成分|是(?:什么|啥|哪))`,
      `${you}(?:是|属于|是不是)${near(2)}(?:少数民族|汉族|回族|满族|藏族|维吾尔族|维族|蒙古族|壮族|苗族|朝鲜族|彝族)(?!地区|文化|乐器|自治)|^(?:是)?(?:少数民族|汉族)(?:吗|还是)`,
      `${you}${near(3)}(?:哪国人|什么人种|什么血统|混血|什么国籍)`,
      "\\b(?:what|which) (?:race|ethnicity|nationality|ethnic group|tribe|caste) are you\\b",
      "\\byour (?:race(?! (?:condition|detector|against))|ethnic\\w*|nationality|national origin|ancestry|heritage|skin colou?r|accent|native (?:language|tongue)|mother tongue|caste)\\b",
      "\\bwhere (?:are|do) you (?:really |originally |actually )?(?:from|come from)(?: (?:originally|really))?\\s*(?=[?.!]|$|,)|\\bwhere are you originally\\b",
      "\\bwhere (?:were|was) (?:you|your (?:parents|family|grandparents|mother|father))\\b[^.?!]{0,10}\\bborn\\b|\\bwere you born (?:here|in)\\b|\\bwhere were you[^.?!]{0,20}\\bborn\\b|\\bwhere did you (?:grow up|live (?:while|when) you)|\\b(?:what|which) country (?:are|do) (?:you|your \\w+) (?:come )?from\\b|\\bare you (?:an? |the )?(?:[\\w.]+ )?citizens?\\b|\\bis \\w+ your (?:first|native|second|mother) (?:language|tongue)",
      "\\b(?:that|your) accent\\b",
      "\\bare you (?:half[- ]|part[- ]|really |a )?(?:chinese|japanese|korean|indian|black|white|asian|hispanic|latino|latina|african|arab|mexican|tibetan|uyghur|native)\\b(?![- ]speak)",
      "\\borigin of (?:that|your) (?:\\w+ )?(?:name|surname)|\\bwhat kind of (?:name|surname) is that\\b|\\bwhere(?:'s| is) your (?:sur|last )?name from\\b",
      "\\bare you (?:an? )?(?:german|french|italian|spanish|polish|russian|irish|greek|turkish|vietnamese|pakistani|filipino|nigerian|israeli|foreigner|immigrant|minority)\\b(?![- ]speak)|\\bmember of (?:a|an) (?:ethnic |racial |visible )?minority",
      "\\bis your (?:name|surname|last name) \\w+(?= *(?:[?.!]|$))|\\bidentify as (?:hispanic|asian|black|white|latin[oax]|african|arab|native)|\\bhow did you (?:come to )?learn (?:to (?:read|write|speak)[^.?!]{0,12} )?(?:mandarin|cantonese|spanish|arabic|hindi|french|russian|korean|japanese|vietnamese)\\b",
      "\\bwhere are your (?:parents|family|grandparents|ancestors) from",
      "\\bare you (?:puerto rican|cuban|american|british|canadian|dutch|swedish|thai|indonesian|brazilian|scottish|welsh|ukrainian|iranian|iraqi|syrian|taiwanese)\\b(?![- ]speak)",
      "\\blanguage\\b[^.?!]{0,24}\\b(?:your|at) (?:family|home)\\b|\\bspeak at home\\b",
    ),
  ],
  [
    "politics",
    pattern(
      `(?:${you}|^)(?:是|是不是|是否)?(?:(?:中共)?(?:预备)?党员|(?:共青)?团员)(?:吗|么|吧|还是|${ends})|是(?:不是|否)?党员`,
      `${you}${near(6)}政治(?:面貌|立场|倾向|观点|信仰|态度)|^政治面貌|政治面貌(?:是|$|[？?])`,
      `(?:^|${you}${near(6)})(?:入|加入)(?:了|过)?(?:党|民主党派)(?:了|吗|没|申请|$)`,
      `(?:对|怎么看|如何看待)${near(8)}(?:政府|执政党|国家领导|共产党|国民党|时政|体制|领导人|选举)(?!采购|客户|项目|部门|网站)${near(4)}(?:怎么看|看法|态度|满意|${ends})`,
      `${you}${near(4)}(?:支持|反对)${near(3)}(?:政党|党派|独立|台独)|${you}${near(4)}(?:工会会员|参加(?:了|过)?工会)`,
      "\\bwho(?:m)? (?:did|will|would|do|are) you (?:vote|voting|going to vote|support in the election)|\\b(?:did|do|will) you vote\\b",
      "\\b(?:which|what) (?:political )?party (?:do|did|are) you\\b|\\byour (?:political|politics)\\b(?! (?:science|clients|campaign|reporting))",
      "\\bare you (?:an? )?(?:member of (?:a |any |the )?(?:\\w+ )?(?:party|union)|democrat|republican|conservative|liberal|socialist|communist|party member|union member|politically)\\b",
      "\\b(?:do|did|have) you (?:ever )?(?:belong(?:ed)? to|join(?:ed)?|been (?:in|a member of)) (?:a |any |the )?(?:\\w+ )?(?:union|political party|communist party|party)\\b",
      "\\bwhat do you think (?:of|about) (?:the |our )?(?:president|government|prime minister|election|brexit|trump|ruling party)",
    ),
  ],
  [
    "appearance",
    pattern(
      `${you}(?:的|有|是|净)*(?:身高|体重|三围|罩杯|腰围)|身高(?:和|、)?体重(?:是|各)?多少|${you}(?:有)?多[高重](?:啊|呀|${ends})`,
      `(?:${you}|有没有|^有)${near(4)}(?:纹身|刺青|疤痕|胎记)(?:吗|么|没|${ends})`,
      `${you}${near(8)}(?:长得|长相|颜值|整过?容|减减?肥|身材|太胖|有点胖|太瘦|漂亮(?=$|[，,？?]|吗))|长得(?:挺|很|真|这么)`,
      `近视(?:多少|几)?度|${you}${near(4)}(?:近视|戴眼镜|素颜|化妆|光头|秃)|(?:发|给|寄)(?:一|几)?张(?:你的)?(?:生活|个人)?照片?`,
      "\\bhow tall are you\\b|\\bhow much do you weigh\\b|\\byour (?:height|weight)(?= *(?:[?.!,]|$|and (?:height|weight)))",
      "\\byour (?:body|figure|looks|physical appearance|(?:natural )?hair(?: colou?r)?|skin tone|waist|dress size|bmi)\\b(?! (?:param|text|tag|of the|field))|\\byour natural hair|\\bnatural hair colou?r\\b",
      "\\b(?:do you have|have you got|got) (?:any )?(?:visible )?(?:tattoos?|piercings?|scars|birthmarks?)\\b",
      "\\byou\\b[^.?!]{0,20}\\b(?:los(?:e|ing)|gain(?:ing)?|put on) (?:some |a bit of )?weight\\b",
      "\\byou(?:'re| are) (?:so |very |really |quite |too )?(?:pretty|beautiful|attractive|handsome|fat|overweight|skinny|short|good[- ]looking)\\b|\\bdo you (?:wear|always wear) (?:glasses|make-?up|a wig)\\b|\\b(?:send|attach)[^.?!]{0,12}photo of (?:you|yourself)\\b",
      "\\b(?:nasty|that|big) scar\\b|\\bwhere did you get (?:that|your) scar",
    ),
  ],
  [
    "gender",
    pattern(
      `是男(?:的|生)?(?:还)?是?女|${you}(?:的)?性别|${you}(?:是|是不是)?(?:女|男)(?:生|孩子?|的|性|人)(?!用户|装)`,
      `(?:${you}(?:作为|身为|是)?(?:一个|个|一名)|作为(?:一个|一名|个)?|身为(?:一个|一名)?)(?:女|男|大男|小姑|小女)(?:生|性|人|孩子?|的|士|同志|娘|员工)(?!用户|消费者)`,
      "(?:女生|女孩子?|男生|男孩子?|女人|男人|姑娘|女的|男的|女同志)(?:来|去)?(?:做|当|干|搞|学|能(?!力)|适合|受得了|吃得消|扛得住)",
      "\\bas an? (?:wo)?man\\b|\\bas an? (?:female|male|girl|lady|mother|father|mum|mom|dad|wife|husband)\\b",
      "\\bare you (?:really )?(?:an? )?(?:fe)?male\\b|\\bare you an? (?:wo)?man\\b|\\byour (?:gender|sex|pronouns)\\b(?! (?:field|column|model|balance|data|ratio|classifier))",
      "\\b(?:man|woman|girl|guy|lady|female|male|women|men)\\b[^.?!]{0,25}\\b(?:do|handle|cope with|manage|survive|suit(?:ed)?|fit(?:ted)?)\\b[^.?!]{0,20}\\b(?:job|role|work|position)\\b",
      "\\bthe only (?:girl|woman|female|man|guy|boy|lady)\\b|\\b(?:report(?:ing)? to|work(?:ing)? (?:for|under)) an? (?:woman|man|female|male|younger)\\b",
    ),
  ],
  [
    "sexuality",
    pattern(
      `${you}${near(4)}(?:性取向|性倾向|同性恋|双性恋|跨性别|变性)|^性取向|性取向(?:是|$|[？?])|是(?:不是)?(?:同性恋|同志吗|gay)`,
      `喜欢(?:男|女)(?:的|生|人|孩)(?:还是|吗|么)|${you}(?:是|是不是)?(?:gay|直男|弯的|直的|拉拉|les)|${you}${near(4)}出柜`,
      "\\b(?:your|you)\\b[^.?!]{0,12}\\bsexual (?:orientation|preference|identity|life)\\b|\\byour sex(?:uality| life)\\b",
      "\\bare you (?:openly |secretly |a )?(?:gay|straight(?! (?:out|after|line|forward))|lesbian|bi|bisexual|queer|homosexual|heterosexual|trans|transgender|transsexual|lgbt\\w*)\\b",
      "\\bidentify as\\b(?=[^.?!]{0,20}(?:lgbt|gay|queer|trans|straight|lesbian|bi))|\\b(?:attracted to|prefer) (?:men|women)\\b|\\bsame[- ]sex partner\\b(?=[^.?!]*\\byou)",
    ),
  ],
  [
    "hukou",
    pattern(
      `${you}(?:的|是)*${near(2)}(?:户口|户籍)(?!系统|管理|业务|软件|数据|模块|政策)|(?:户口|户籍)(?:在哪|是哪|性质|所在地|地址|本(?:在|带)|落在)`,
      `(?:是|有|有没有|持)(?:本地|本市|当地|外地|农村|城镇|城市|北京|上海|深圳|广州)(?:户口|户籍)|(?:本地|农村|城镇)(?:户口|户籍)(?:吗|还是)`,
      `(?:^|${you}(?:的)?)(?:老家|籍贯|家乡|祖籍)(?:是|在)?(?:哪|什么|$|[？?])|${you}${near(4)}(?:老家|籍贯|祖籍)`,
      `${you}(?:是)?哪(?:里|儿|个省|个地方|的|省|个城市)?的?人|(?:本地|外地|当地)人(?:吗|还是|么)`,
      `(?:有|办)(?:了)?(?:暂住证|居住证)${asks}`,
      "\\byour (?:hukou|household registration|home ?town|birth ?place|place of birth)\\b",
      "\\b(?:do|are|have) you\\b[^.?!]{0,24}\\bhukou\\b(?! (?:system|software|data|policy|service|module))",
      "\\bare you (?:a )?(?:local|from (?:around )?here)(?= *(?:[?.!]|$|or|resident))",
    ),
  ],
  [
    "family",
    pattern(
      `(?:父母|爸妈|爸爸|妈妈|父亲|母亲|岳父|岳母|公公|婆婆|公婆|家人)(?:都|现在|是|在|的)*(?:做什么|做啥|职业|工作|多大|退休|身体|健康|在哪|同意|支持|反对|干什么|干啥|离异|从事)`,
      `${you}(?:的|家)?(?:父母|爸妈|爸爸|妈妈|父亲|母亲|家人|哥哥|姐姐|弟弟|妹妹|兄弟姐妹|公公|婆婆|公婆|岳父|岳母)`,
      `家里(?:有|还有|都有)?(?:几口人|几个人|什么人|哪些人|情况|条件|老人|经济|负担|谁|都支持)|几口人|独生(?:子女|子|女)(?!政策)`,
      `(?:有|有没有)?几个(?:兄弟|姐妹|哥哥|姐姐)|(?:有没有|有)兄弟姐妹|(?:老人|父母)${near(3)}照顾|(?:照顾|赡养)(?:家里)?(?:的)?(?:老人|父母)(?=$|吗|[？?])`,
      `(?:${you}(?:的)?|^)家庭(?:条件|情况|状况|背景|成员|经济|负担|关系|环境|住址)|家庭(?:条件|情况|状况|背景)(?:怎么样|如何|好吗|好不好)`,
      `(?:${you}|名下)${near(6)}(?:有(?:没有)?(?:房|车)(?:吗|没|子|${ends})|房贷|车贷|买房了|租房还是)|有房有车|有没有(?:房贷|车贷)`,
      `${you}${near(10)}(?:平衡|兼顾|照顾)(?:好)?(?:工作和|事业和)?家庭|家庭(?:和|与)(?:工作|事业)`,
      `\\byour (?:parents?|mother|father|mum|mom|dad|siblings?|brothers?|sisters?|in-laws|grandparents|family)\\b${notTechnical}(?! of (?:products|fonts))`,
      "\\b(?:do you have|have you got|got) (?:any )?(?:brothers|sisters|siblings)\\b|\\b(?:are you|were you) (?:an|the) only child\\b",
      "\\byou\\b[^.?!]{0,16}\\b(?:elderly|aging|ageing|old) (?:parents?|relatives?)\\b|\\b(?:own|rent) (?:or (?:own|rent) )?(?:your|a) (?:own )?(?:home|house|flat|apartment|place)\\b",
      "\\b(?:whom? do you live with|who (?:lives|resides) with you|do you live (?:alone|with))\\b|\\byour? [^.?!]{0,12}\\bfamily (?:background|situation|responsibilities|obligations|income|life)\\b",
      "\\bdo you (?:own|have) (?:a|your own) (?:car|house|home|flat)\\b(?! (?:fleet|insurance))|\\byour relatives\\b|\\bdo you rent\\b(?! (?:out|servers|equipment))",
    ),
  ],
  [
    "salary_history",
    pattern(
      `(?:现在|目前|当前|如今|上一?家|上一?份|上份|上家|之前|以前|前公司|前一家|原来|原公司|最近一份|现公司)${near(9)}(?:工资|薪资|薪水|薪酬|年薪|月薪|底薪|年包|总包|package|base|收入|待遇|开多少|拿多少|给${you}?(?:开)?多少)(?!核算|系统|体系|制度|带宽|改革|管理|模块|设计|方案|数据|调研|结构优化)`,
      `${you}(?:的)?(?:工资|薪资|年薪|月薪|薪水|收入|总包|年包)(?:现在|目前)?(?:是|有|大概|到底)*(?:多少|怎么样|高不高|几)|税[前后](?:能|大概)?(?:拿|有|到手)?多少|到手(?:能|有|大概)*多少`,
      `(?:提供|带|发|看|给|出示|开)${near(14)}(?:银行流水|工资流水|工资条|工资单|收入证明|薪资证明)`,
      "\\byour (?:current|present|previous|last|past|existing|prior|most recent|old|latest|final)\\b[^.?!]{0,16}\\b(?:salary|salaries|compensation|pay(?:check|slip)?|wages?|earnings|package|comp|ctc|income|bonus)\\b(?! (?:system|project|review|model|cycle|bands?|software|design))",
      "\\b(?:salary|pay|compensation|wage) history\\b(?! (?:table|module|field|data|ban))",
      "\\bhow much (?:do|did|were|are|have) you\\b[^.?!]{0,12}\\b(?:mak(?:e|ing)(?= *(?:[?.!]|$|at|in|now|per|a (?:year|month)|currently|there|before))|earn(?:ed|ing)?|(?:get |getting |being |been )?paid|take home)\\b",
      "\\bwhat (?:were|are|was|do|did) you (?:being |currently )?(?:paid|earn(?:ing)?|mak(?:e|ing))(?= *(?:[?.!]|$|at|in|now|per|a (?:year|month)|currently|there|before))",
      "\\bhow much (?:did|does|do|is) (?:your|the|they|he|she)\\b[^.?!]{0,24}\\bpay(?:ing)? you\\b|\\bwhat (?:did|does)[^.?!]{0,24}\\bpay(?:ing)? you\\b",
      "\\b(?:your|show|provide|bring)\\b[^.?!]{0,16}\\b(?:pay ?slips?|pay stubs?|w-?2|bank statements?)\\b",
    ),
  ],
  [
    "criminal_record",
    pattern(
      `坐过牢|蹲过|(?:${you}|有没有|有无|是否有|^有)${near(4)}(?:犯罪记录|犯罪前科|前科|案底|刑事记录|违法记录|犯过罪|判过刑)(?!特征|数据|查询)`,
      `被(?:警察|公安|派出所)?(?:抓|拘留|逮捕|判刑|刑拘|行政处罚|处分)过|进过(?:监狱|局子|派出所|看守所|宫)|犯过(?:罪|法|事)|判过刑|${you}${near(4)}失信`,
      "\\b(?:have|were) you\\b[^.?!]{0,14}\\b(?:arrested|convicted|imprisoned|jailed|charged with|incarcerated|in (?:jail|prison|trouble with the (?:law|police))|to (?:jail|prison|court)|committed (?:a|any) crimes?|done time)\\b",
      "\\b(?:do you have|have you got|got) (?:a |any )?(?:criminal|police|arrest) (?:record|history|background|convictions?)|\\byour (?:criminal|arrest|police) (?:record|history)|\\bare you (?:a )?(?:felon|ex-?con(?:vict)?|on (?:parole|probation))\\b",
    ),
  ],
  [
    "zodiac",
    pattern(
      `${you}(?:的|是|属)*${near(3)}(?:星座|血型|生肖|八字|属相)(?!运势|类|文创|检测|试剂|系列|app)|^(?:什么|啥|哪个)(?:星座|血型|属相|生肖)|生辰八字(?=$|吗|[，,？?])`,
      "(?:白羊|牡羊|金牛|双子|巨蟹|狮子|处女|天秤|天蝎|射手|摩羯|魔羯|水瓶|双鱼)座(?!运势|用户|主题|流星)",
      `${you}${near(4)}(?:面相|手相|命格|命理)`,
      "\\byour (?:star|zodiac|sun|astrological|birth) sign\\b|\\bwhat(?:'s| is) your sign\\b|\\b(?:which|what) (?:star|zodiac|astrolog\\w+|chinese) (?:sign|animal)\\b[^.?!]{0,8}\\byou",
      "\\byour (?:blood (?:type|group)|horoscope|zodiac|birth chart|chinese zodiac)\\b(?! (?:app|feature|page|kit|test))|\\bwhat (?:blood type|animal year)\\b[^.?!]{0,10}\\byou",
      "\\bare you an? (?:aries|taurus|gemini|cancer|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces)\\b|\\bborn in the year of the\\b",
    ),
  ],
];
