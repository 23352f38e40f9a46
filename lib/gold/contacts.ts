import type { Dice } from "../demo/dice";

/** As it stands in the resume, and the address or number meant. */
export type Written = { written: string; read: string };

const zh = [
  "###########",
  "### #### ####",
  "###-####-####",
  "+86 ###########",
  "(+86) ###-####-####",
  "+86-###########",
  "86-###########",
];
/** Of the ranges kept free for fiction. */
const en = [
  ...["+1 617 555 01##", "(617) 555-01##", "617-555-01##", "617.555.01##", "+1 (512) 555-01##", "+1-512-555-01##"],
  ...[
    "+44 20 7946 0###",
    "020 7946 0###",
    "+44 (0)20 7946 0###",
    "+44 161 496 0###",
    "+49 30 23125 ###",
    "+61 2 5550 0###",
  ],
];

/** Nobody can be reached: domains and numbers are of the ranges kept free. */
export function makeContacts(number: number, isEnglish: boolean, dice: Dice): { email: Written; phone: Written } {
  const local = dice
    .pick(["resume.#", "mail_#", "a.b.c#", "hr-reads-#", "Person.#", "x#y", "me+jobs#"])
    .replace("#", String(100 + number));
  const address = `${local}@${dice.pick(["example.com", "example.org", "example.net", "mail.example.com"])}`;
  const look = dice.int(0, 11);
  const digits = isEnglish ? String(number).padStart(3, "0") : `1390000${String(1000 + number * 7)}`;
  return {
    email: {
      written: look === 0 ? address.replace("@", " [at] ") : look === 1 ? address.replace("@", "＠") : address,
      read: address,
    },
    phone: makePhone(dice.pick(isEnglish ? en : zh), digits),
  };
}

function makePhone(pattern: string, digits: string): Written {
  const places = pattern.split("#").length - 1;
  const own = [...digits.slice(-places)];
  const written = pattern.replace(/#/g, () => own.shift() ?? "0");
  return { written, read: written };
}
