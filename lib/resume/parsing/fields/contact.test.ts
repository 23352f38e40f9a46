import { expect, test } from "vitest";
import { findEmails, findLinks, findPhones } from "./contact";

const values = (readings: { value: string }[]) => readings.map(({ value }) => value);

test.each([
  ["Email: jane.doe@example.com.", ["jane.doe@example.com"]],
  ["邮箱：zhang＠example.com", ["zhang@example.com"]],
  ["jane (at) example.co.uk", ["jane@example.co.uk"]],
  ["jane @ example.com", ["jane@example.com"]],
  ["a@example.com | A@Example.com", ["a@example.com"]],
  ["E-mail: jane-\nmiller@example.com", ["jane-miller@example.com"]],
  ["jane.miller@\nexample.com", ["jane.miller@example.com"]],
  ["jane@exam\nple.com | Berlin", ["jane@example.com"]],
  ["jane [at]\nexample.com", ["jane@example.com"]],
  ["Email:\njane@example.com", ["jane@example.com"]],
  ["jane.miller@example.co\nm", ["jane.miller@example.com"]],
  ["@twitter only", []],
])("e-mail in %s", (text, expected) => {
  expect(values(findEmails(text))).toEqual(expected);
});

test.each([
  ["电话：13800001234", ["13800001234"]],
  ["138-0000-1234", ["138-0000-1234"]],
  ["(+86) 138 0000 1234", ["(+86) 138 0000 1234"]],
  ["座机 010-62780000", ["010-62780000"]],
  ["(415) 555-0142", ["(415) 555-0142"]],
  ["+44 20 7946 0018", ["+44 20 7946 0018"]],
  ["+33 1 23 45 67 89", ["+33 1 23 45 67 89"]],
  ["607.379.5733", ["607.379.5733"]],
  ["Tel: 07700 900123", ["07700 900123"]],
  ["0421/218 60000", ["0421/218 60000"]],
  ["0044/113 4960000", ["0044/113 4960000"]],
  ["555 · 356 · 7936", ["555 · 356 · 7936"]],
  ["+(49) 157-5550-2745", ["+(49) 157-5550-2745"]],
  ["+91 – 9952280000", ["+91 – 9952280000"]],
  ["(086) 13800001234", ["(086) 13800001234"]],
  ["海州大学(+86) 138-0000-1234 2014 届", ["(+86) 138-0000-1234"]],
  ["+ 52 999 5550142", ["+ 52 999 5550142"]],
  ["+1-555-0142", ["+1-555-0142"]],
  ["05/2019 – 07/2020", []],
  ["2637420015@corvid.example · 157-2704-3901", ["157-2704-3901"]],
  ["2019.07-2021.06 and 2015-2018", []],
  ["pp. 1393–1398, doi 10.1000/182", []],
  ["QQ：123456789", []],
])("phone in %s", (text, expected) => {
  expect(values(findPhones(text))).toEqual(expected);
});

test("links are named once", () => {
  expect(values(findLinks("see github.com/jane, https://github.com/jane/ and www.example.com."))).toEqual([
    "github.com/jane",
    "www.example.com",
  ]);
});
