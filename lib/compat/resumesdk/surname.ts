import surnames from "@/data/surnames.json" with { type: "json" };

/** 欧阳 of 欧阳明, 林 of 林嘉禾; the last word of a Latin name, the first one before a comma ("Smith, John"). */
export function surnameOf(name: string): string | undefined {
  if (/\p{Script=Han}/u.test(name)) {
    const plain = name.replace(/\s/g, "");
    return surnames.double.find((double) => plain.startsWith(double) && plain.length > 2) ?? plain.slice(0, 1);
  }
  const [before = "", behind] = name.split(/(?<!\s)\s*,\s*/);
  return behind ? before : before.trim().split(/\s+/).at(-1);
}
