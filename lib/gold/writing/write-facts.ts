import type { Dice } from "../../demo/dice";
import { chineseAddresses } from "../content/places";
import { type Language, type Person, writtenIn } from "../person";
import type { Truth } from "../truth";
import type { Fact } from "./sheet";

type FactTruth = Pick<Truth, "email" | "phone" | "gender" | "birthday" | "city">;

/** The personal lines, some of them nobody should need, and what they say. */
export function writeFacts(person: Person, language: Language, dice: Dice): { facts: Fact[]; truth: FactTruth } {
  const { facts, truth } = language === "zh" ? chineseFacts(person, dice) : englishFacts(person, language, dice);
  const hasLabels = language === "zh" ? dice.isLucky(0.75) : dice.isLucky(0.45);
  const needed = (fact: Fact) => fact.kind === "other" || fact.kind === "link" || hasLabels;
  return { facts: facts.map((fact) => (needed(fact) ? fact : { ...fact, label: "" })), truth };
}

function chineseFacts(person: Person, dice: Dice): { facts: Fact[]; truth: FactTruth } {
  const { phone, email, gender, birth } = person;
  const [year, month] = [Math.floor(birth / 12), (birth % 12) + 1];
  const two = String(month).padStart(2, "0");
  const other = (label: string, value: string): Fact => ({ kind: "other", label, value });
  const place = dice.int(0, 9);
  const city = place === 0 ? null : place === 1 ? dice.pick(chineseAddresses) : person.city;
  const birthLook = dice.int(0, 5);
  const births = [`${year}.${two}`, `${year}年${month}月`, `${year}-${two}-08`, `${year}/${two}`];
  const statesGender = dice.isLucky(0.7);
  const facts: Fact[] = [
    {
      kind: "phone",
      label: dice.pick(["电话", "手机", "联系电话", "手机号码", "Tel", "联系方式"]),
      value: phone.written,
    },
    { kind: "email", label: dice.pick(["邮箱", "E-mail", "电子邮箱", "Email", "邮件"]), value: email.written },
    ...(statesGender ? [other(dice.pick(["性别", "性 别"]), gender === "female" ? "女" : "男")] : []),
    ...(births[birthLook] ? [other(dice.pick(["出生年月", "出生日期", "生日"]), births[birthLook] ?? "")] : []),
    ...(birthLook === 4 ? [other("年龄", `${Math.floor((writtenIn - birth) / 12)}岁`)] : []),
    ...(city
      ? [
          {
            kind: "place" as const,
            label: dice.pick(["现居地", "现居住地", "所在城市", "居住地", "现居城市"]),
            value: city,
          },
        ]
      : []),
  ];
  const extras = [
    other("民族", dice.pick(["汉族", "回族", "壮族"])),
    other("政治面貌", dice.pick(["中共党员", "共青团员", "群众"])),
    other("籍贯", dice.pick(["河南信阳", "安徽安庆", "湖南株洲"])),
    other("婚姻状况", dice.pick(["未婚", "已婚"])),
    other("微信", `wx_${person.number}_example`),
    other("QQ", `1000${String(person.number).padStart(4, "0")}`),
    other("工作年限", `${dice.int(1, 12)}年`),
    other("期望城市", dice.pick(["上海", "深圳", "不限"])),
    other("期望薪资", dice.pick(["15k-20k", "面议", "12000-18000元/月"])),
    other("身份证号", "3301**********1234"),
  ];
  return {
    facts: [...facts, ...dice.some(extras, dice.int(0, 4))],
    truth: {
      phone: phone.read,
      email: email.read,
      gender: statesGender ? gender : null,
      birthday: birthLook < 4 ? `${year}.${two}` : null,
      city: city && place === 1 ? city.replace(/^.+省(.+?市).*$/, "$1") : city,
    },
  };
}

function englishFacts(person: Person, language: Language, dice: Dice): { facts: Fact[]; truth: FactTruth } {
  const { phone, email, gender, city } = person;
  const statesCity = dice.isLucky(0.75);
  const statesGender = dice.isLucky(0.06);
  const street = statesCity && language === "en" && dice.isLucky(0.15);
  const link = `linkedin.com/in/example-${person.number}`;
  const facts: Fact[] = [
    { kind: "phone", label: dice.pick(["Phone", "Tel", "Mobile", "Cell", "T"]), value: phone.written },
    { kind: "email", label: dice.pick(["Email", "E-mail", "Mail", "E"]), value: email.written },
    ...(statesCity
      ? [
          {
            kind: "place" as const,
            label: dice.pick(["Location", "Address", "City"]),
            value: street ? `${dice.int(2, 98)} Mill Lane, ${city}` : city,
          },
        ]
      : []),
    ...(statesGender
      ? [{ kind: "other" as const, label: "Gender", value: gender === "female" ? "Female" : "Male" }]
      : []),
    ...(dice.isLucky(0.4) ? [{ kind: "link" as const, label: "", value: link }] : []),
  ];
  return {
    facts,
    truth: {
      phone: phone.read,
      email: email.read,
      gender: statesGender ? gender : null,
      birthday: null,
      city: statesCity ? (city.split(",")[0] ?? null) : null,
    },
  };
}
