import { expect, test } from "vitest";
import { findDateRanges } from "./date-ranges";

const brief = (text: string) =>
  findDateRanges(text).map(({ start, end, isRange }) =>
    isRange ? `${start?.value ?? ""}/${end?.value ?? ""}` : (end?.value ?? ""),
  );

test.each([
  ["2019.07-2021.06", "2019-07/2021-06"],
  ["2019年7月 — 至今", "2019-07/present"],
  ["2019/07 ~ 至今", "2019-07/present"],
  ["2015 年 3 月 – 2015 年 5 月", "2015-03/2015-05"],
  ["2017年4月至今", "2017-04/present"],
  ["2013-09-01 至 2017-06-30", "2013-09-01/2017-06-30"],
  ["201309-201706", "2013-09/2017-06"],
  ["2015年3月-5月", "2015-03/2015-05"],
  ["Jul 2019 - Present", "2019-07/present"],
  ["Sept. 2019 – Present", "2019-09/present"],
  ["July 15, 2019 to August 2, 2020", "2019-07-15/2020-08-02"],
  ["07/2019 - 08/2021", "2019-07/2021-08"],
  ["2019-2021", "2019/2021"],
  ["2019 — now", "2019/present"],
  ["Sep 15 - NOW", "2015-09/present"],
  ["Jan '19 – Mar '20", "2019-01/2020-03"],
  ["Jan – Mar 2019", "2019-01/2019-03"],
  ["Mar. 2021 Present", "2021-03/present"],
  ["Summer 2018", "2018"],
  ["本科，2018-2022", "2018/2022"],
  ["会计，2022-至今", "2022/present"],
  ["Engineer,2015-2017", "2015/2017"],
  ["since 2016", "2016/"],
  ["Expected June 2014 – Sep 2014", "2014-06/2014-09"],
  ["May 2019", "2019-05"],
  ["2011 / 11", "2011-11"],
])("%s", (text, expected) => {
  expect(brief(text)).toEqual([expected]);
});

test.each([
  "served 2000 users",
  "$2,019 saved",
  "12,2019 parts",
  "room 2019b12",

  "version 3.2010.1",
  "in the present role",
])("no date: %s", (text) => {
  expect(brief(text)).toEqual([]);
});

test("spans hold the words of each date", () => {
  const text = "Acme, Jul 2019 - Present";
  const [range] = findDateRanges(text, 0);
  expect(text.slice(range?.start?.span.start, range?.start?.span.end)).toBe("Jul 2019");
  expect(text.slice(range?.end?.span.start, range?.end?.span.end)).toBe("Present");
});
