import { findQuantities } from "@/lib/resume/parsing/quantities";

const figures = [
  /(?<!\d)\d+(?:\.\d+)?\s*(?:%|％|个百分点|percent\b)/i,
  /(?<!\d)\d+(?:\.\d+)?\s*(?:倍|x(?![a-z])|times\b|-?fold\b)|[两三四五六七八九十]倍|翻[了一]?[倍番]|\b(?:doubl|tripl|quadrupl|halv)(?:ed|ing)\b/i,
  /[从由][^。；\n]{0,14}\d[^。；\n]{0,16}(?:至|到|降|升|缩|增)[^。；\n]{0,8}\d|\bfrom\s+[^.;\n]{0,16}\d[^.;\n]{0,24}\bto\s+[^.;\n]{0,8}\d/i,
  /(?<!\d)\d+(?:\.\d+)?\s*(?:ms\b|毫秒|秒|分钟|小时|(?:seconds?|minutes?|hours?)\b)/i,
  /[¥￥$€£]\s*\d|\d[,.]?\s*(?:万|亿|百万|千万|million\b|billion\b|[kKmM]\b)/,
  /每[秒天日月年]\s*[^。；\n]{0,6}\d|\d,?\s*(?:\+\s*)?(?:[余多]\s*)?(?:家|名|位|人次|人|篇|笔|条|次|户|吨|平方米|亩|项专利|门店|个(?:客户|国家|城市|系统|模块|项目|接口|服务|页面|门店|仓库)|台|件|单|场)/,
  /\b\d+,?\+?\s+(?:[a-z-]+\s+){0,2}(?:clients|customers|users|stores|countries|services|teams?|patients|students|suppliers|papers|sites|engineers|people|reports|tests)\b/i,
];

/** Whether a statement gives an amount that somebody else could check. A year or a version is none. */
export function hasFigure(text: string): boolean {
  return figures.some((figure) => figure.test(text)) || findQuantities(text).length > 0;
}
