import type { Reading } from "../../profile";
import { foldWidth } from "../fold";
import { read } from "../piece";
import { readLabelled, type Scope } from "./scope";

/** Ways to reach a person besides telephone and e-mail. */
export function findAddresses(text: string, scope: Scope) {
  return {
    wechat: pattern(
      text,
      /(?:微\s*信(?:号)?|wechat|weixin|vx|wx)\s*(?:(?:id|号)\s*)?(?:[:：]\s*)?([a-zA-Z][\w-]{5,19}|1[3-9]\d{9}|(?<=[:：]\s*)\d{5,12})(?![\w.@])/i,
    ),
    qq: pattern(text, /(?<![a-z])qq\s*(?:(?:号码?|number)\s*)?(?:[:：]\s*)?([1-9]\d{4,10})(?!\d|@|\.)/i),
    address: readLabelled(
      scope,
      "现居住?地?址?|居住地址?|现住址|现居住地|通[讯信]地址|联系地址|家庭住址|家庭地址|详细地址|住\\s*址|地\\s*址|目前所在地|当前所在地|(?:home |current |mailing )?address|residence",
    ),
    postalCode: pattern(
      text,
      /(?:邮\s*编|邮政编码|zip(?: code)?|post(?:al)? ?code)\s*(?:[:：]\s*)?(\d{5,6}(?:-\d{4})?)(?!\d)/i,
    ),
    relayPhone: pattern(
      text,
      /(?:虚拟号码?|隐私号码?|中间号|转接号)\s*(?:[:：]\s*)?((?:\+?86[- ]?)?[\d-]{7,18}(?:\s*(?:转|,|，)\s*\d{1,6})?)/,
    ),
    relayPhoneUntil: pattern(
      text,
      /(?:虚拟号码?|隐私号码?|号码)[^\n]{0,20}?(?:有效期至?|失效时间|截止(?:时间)?)\s*[:：]?\s*([12]\d{3}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?)/,
    ),
  };
}

function pattern(text: string, expression: RegExp): Reading<string> | null {
  const match = expression.exec(foldWidth(text));
  const value = match?.[1];
  if (!match || !value) return null;
  const start = match.index + match[0].lastIndexOf(value);
  return read(
    text.slice(start, start + value.length).trim(),
    { start, end: start + value.length },
    { confidence: 0.95 },
  );
}
