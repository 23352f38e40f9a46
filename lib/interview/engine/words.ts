import { fold } from "@/lib/screening/engine/evidence";

/** Sounds and words that fill a pause. */
const fillers =
  /嗯+|呃+|额(?=[，,\s])|啊+|哦+|唔|那个(?=[，,\s就我])|就是说|怎么说呢|对吧|你知道|\b(?:um+|uh+|er+m?|hmm+|you know|i mean|well|okay|ok|right|basically)\b/gi;

/** Words that stand in every question and answer. */
const empty = new Set(
  "a an the and or of in on at to for with by as is are was were be been it its this that these those i me my we us our you your he she they them do does did have has had can could would will should what how why when where which who not no yes so if then there here just about from into out up more some any all very really tell please describe explain give example".split(
    " ",
  ),
);
const emptyHan =
  /最后|后来|当时|然后|什么|怎么样?|如何|为什么|哪些?|请问?|您|你们?|我们?|他们?|她|的话|的时候|时候|这个|那个|一个|一下|可以|能否|是否|是不是|有没有|描述|介绍|说说|讲讲|谈谈|举个?例子?|具体|这样|那样|以及|或者|还有|就是|没有|[的了是在有和与及吗呢吧啊就都也很对把被让给到]/g;

export function listFillers(text: string): string[] {
  return text.match(fillers) ?? [];
}

export function fillersIn(text: string): number {
  return listFillers(text).length;
}

export function withoutFillers(text: string): string {
  return text.replace(fillers, " ");
}

/** What a text is about: Latin words by a common beginning, Chinese by pairs of characters. */
export function unitsOf(text: string): string[] {
  const folded = fold(withoutFillers(text));
  const latin = (folded.match(/[a-z][a-z0-9+#.]*/g) ?? [])
    .map((word) => word.replace(/(?<!\.)\.+$/, ""))
    .filter((word) => word.length > 1 && !empty.has(word))
    .map((word) => (word.length > 5 ? word.replace(/(?:ing|ed|es|s|ion|ions)$/, "") : word.replace(/s$/, "")));
  const han = folded
    .replace(emptyHan, " ")
    .split(/[^\p{Script=Han}]+/u)
    .flatMap((run) => Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)));
  return [...new Set([...latin, ...han])];
}

export function isMostlyIn(units: readonly string[], others: readonly string[], share: number): boolean {
  const known = new Set(others);
  return units.filter((unit) => known.has(unit)).length >= share * units.length;
}

export function sharesUnits(units: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others);
  return units.some((unit) => known.has(unit));
}

/** The same question whatever its marks, spaces and capitals. */
export function normalized(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, "");
}
