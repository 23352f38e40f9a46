import type { ResumeProfile, TextSpan } from "@/lib/resume/profile";

/** What someone wishes for or does for fun shows nothing they have done. */
const notEvidence = new Set(["objective", "hobbies", "references"]);

/**
 * The stretches of a resume that say nothing about what the person has done: wishes, denials, personal
 * attributes, and text that addresses the reader or a machine instead of describing the person.
 */
export function findDisclaimed({ text, profile }: { text: string; profile: ResumeProfile }) {
  const stop = profile.sections.map(({ span }) => span.start);
  const toClauseEnd = ({ start, end }: TextSpan) => ({ start, end: clauseEnd(text, end) });
  const denials = findDenials(text);
  const others = [
    ...profile.sections.filter(({ kind }) => notEvidence.has(kind)).map(({ span }) => span),
    ...[profile.name, profile.gender, profile.age].flatMap((reading) => reading?.spans ?? []),
    ...profile.sensitivePlaces,
    ...matches(text, personal),
    ...matches(text, wish).map(toClauseEnd),
    ...matches(text, interest),
    ...matches(text, instruction).map((span) => passageOf(text, span, stop)),
  ];
  return { denials, disclaimed: [...denials, ...others] };
}

/** Where a text says that something is not known or was never done: from the words of denial to the end of the clause. */
export function findDenials(text: string): TextSpan[] {
  return [
    ...matches(text, denial).map(({ start, end }) => ({ start, end: clauseEnd(text, end) })),
    ...matches(text, denialBehind).map((span) => ({ start: itemStart(text, span.start), end: span.end })),
  ];
}

/** The words with which a text addresses a reading machine or asks for marks. */
export function findInstructions(text: string): TextSpan[] {
  return matches(text, instruction);
}

/** Years of a stated length of work may lie in a personal line ("男，28 岁，5 年经验"), so only the attribute itself is cut. */
const personal =
  /(?:性\s*别|年\s*龄|出生(?:年月|日期)?|生日|婚姻(?:状况)?|婚否|籍\s*贯|户籍|户口|民\s*族|政治面貌|身\s*高|体\s*重|健康状况|照\s*片|国\s*籍|宗教)\s*[:：][^\n|｜\t,，;；、]{0,14}|未婚|已婚|已育|未育|(?<![\p{L}])(?:gender|sex|age|date of birth|d\.?o\.?b\.?|marital status|nationality|religion|height|weight|photo(?:graph)?)\s*[:：][^\n|\t,;]{0,24}|(?<![\p{L}])(?:married|unmarried|male|female)(?![\p{L}])/giu;

/** "不熟悉 Java", "没有 Kafka 经验", "no experience with Kubernetes", "have not used Go": up to the end of the clause. */
const denial =
  /不(?:太|是很|大|怎么)?(?:熟悉|熟练|了解|懂|擅长|会(?![议计员话展影]))|(?:没有?|从?未|尚未|从来没有?)(?:实际|真正|正式)?(?:使用|接触|学习|从事|参与|掌握|用|学|做|碰|写)过?|零基础|(?:没有|缺乏|缺少|欠缺|无(?![锡线人缝状纸损限菌障服监代需论论界]))(?=[^，。；;\n]{0,20}(?:经验|经历|基础|背景|了解|知识))|\b(?:no|without(?: any)?|lack(?:s|ing)?(?: of)?|zero|little(?: or no)?)\s+(?:[\w+#./-]+\s+){0,4}?(?:experience|knowledge|exposure|familiarity|background|understanding|expertise)\b|\b(?:never|not(?: yet)?|(?:have|has|had|do|does|did|am|is|can)\s?n['’]t|cannot)\s+(?!only\b)(?:[a-z]+\s+){0,2}?(?:used?|worked|work|know|familiar|experienced|touched|learned|learnt|tried|written|programmed|proficient|comfortable|knowledgeable|exposed)\b|\b(?:unfamiliar|inexperienced)\b/gi;

/** "Kubernetes：没用过", "Docker (no experience)": from the start of the item, where the cue ends it. */
const denialBehind =
  /(?:不会|没用过|没有用过|没接触过|未接触过?|未使用过?|零基础|不熟悉|没有经验|无经验)(?=\s*(?:[)）]\s*)?(?:[，。；;、,\n]|$))|[:(–-]\s*(?:none|no (?:prior |hands-on )?experience|never used|not used(?: yet)?)\)?(?=\s*(?:[,;.\n]|$))/gi;

const wish =
  /希望|想(?:要|去|在|从事|学|做|往|深入)|渴望|期望|期待|打算|计划(?:学习|今后|未来|在未来)|有意(?:向)?(?:从事|学习)|正在(?:学习|自学)|立志|愿意学习|未来(?:希望|想|计划)|有志于|\b(?:want(?:s|ing)?|wish(?:es|ing)?|hop(?:e|es|ing)|looking|aspir(?:e|es|ing)|plan(?:s|ning)|eager|keen|would (?:like|love)|willing|interested|interest)\s+(?:to|in|for|forward)\b|\b(?:seeking|aspiring|currently learning|(?:am|is|currently) studying)\b/gi;

const interest = /对[^，。；;\n]{1,24}(?:感兴趣|有(?:浓厚|强烈|很大)?的?兴趣|充满热情)/g;

/** Words to a reading machine or about the marks to give. */
const instruction =
  /\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|the\s+|your\s+|of\s+|these\s+|every\s+)*(?:previous|prior|above|preceding|earlier|other|system|screening)\b|^[ \t]*(?:system|assistant|user)\s*[:：]\s*(?:you|ignore|please|the candidate|this candidate|score|rate|give|set|override|final|这|请|你|该)|\byou are (?:now |an? |the )*(?:ai|llm|helpful|recruit|hiring|grader|evaluator|assistant|screen)|\bas an ai\b|\b(?:score|rate|rank|give|mark|grade|recommend|treat)\s+(?:this|the|me|him|her|my)\s+(?:[a-z]+\s+){0,6}?(?:100|10\/10|full marks|highest|perfect|top|as (?:met|qualified|matching)|(?:for|to) (?:an )?interview)|<!--|\b(?:verdict|evaluation)\s*[:=]\s*\w+\s*=|\bscore\s*=\s*\d+|\b(?:this|the) (?:candidate|applicant) (?:is|meets|fulfil+s|satisfies|has) (?:an? )?(?:excellent|perfect|ideal|all|every)|["']\w*(?:verdict|score|advice|requirement|comprehensive)\w*["']\s*:|<\/?\s*(?:system|instructions?|prompt|assistant)\b|\[\/?(?:inst|system)\]|(?:忽略|无视|忘记|忘掉)(?:以上|上述|之前|前面|此前|所有|一切|全部)|(?:请|必须|务必|应)?(?:给|为|将|把)(?:我|该|本|此|这[位份个])[^。\n]{0,14}(?:满分|100\s*分|最高分|推荐面试|判[为定]|评[为定])|你(?:现在)?是(?:一?[个名位])?(?:AI|人工智能|招聘|评分|面试官|HR|筛选)|(?:请|致|给)\s*(?:AI|人工智能|机器|模型|算法)[^。\n]{0,10}(?:注意|评审|知悉)|该(?:候选人|应聘者|求职者)(?:完全|全部)?(?:符合|满足|具备)(?:所有|全部|一切|上述)|(?:判定|评|标记)为(?:满足|符合|推荐|满分)/gim;

function matches(text: string, pattern: RegExp): TextSpan[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A clause ends at a stop, a Chinese comma, a turn ("but", 但), or a line end, unless the next line goes on in lower case. */
const clauseStop =
  /[。；;!?！？，]|\.(?=\s|$)|\n(?!\s{0,20}[a-z])|,?\s(?:but|however|although|though|yet)\s|但|不过|然而|,\s+(?:strong|good|solid|excellent|have|has|i)\s/gi;

function clauseEnd(text: string, from: number): number {
  // A cue that ends its line speaks of the next one.
  const gap = /^[ \t]*\n[ \t]*(?=\S)/.exec(text.slice(from, from + 20))?.[0].length ?? 0;
  clauseStop.lastIndex = from + gap;
  const match = clauseStop.exec(text);
  return Math.min(match ? match.index : text.length, from + 400);
}

function itemStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 40 && !/[，。；;、,\n]/.test(text[start - 1] ?? "")) start -= 1;
  return start;
}

/** The lines of an instruction: to the next empty line or section, at most 300 characters behind it. */
function passageOf(text: string, { start, end }: TextSpan, stops: number[]): TextSpan {
  const from = text.lastIndexOf("\n", start) + 1;
  const blank = text.indexOf("\n\n", end);
  const section = Math.min(...stops.filter((stop) => stop > start), text.length);
  return { start: from, end: Math.max(end, Math.min(blank < 0 ? text.length : blank, section, end + 300)) };
}
