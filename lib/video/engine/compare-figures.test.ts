import { expect, test } from "vitest";
import { turnOf } from "@/lib/interview/engine/fixtures/interviews";
import { profileOf } from "@/lib/screening/engine/fixtures/resumes";
import { compareFigures } from "./compare-figures";
import { readFigures, readSpoken } from "./read-figures";
import type { VideoSubject } from "./subject";

const chinese = `周一鸣
手机：13800001234

工作经历
2019.03 - 至今  星桥科技有限公司  后端开发工程师
- 负责订单系统拆分，接口响应时间从 800ms 降到 120ms，峰值 QPS 8000
- 支付成功率提升 12%，服务 300 家门店
2016.07 - 2019.02  南湖贸易有限公司  开发工程师
- 年销售额 3000 万元的进销存系统，日处理订单 5 万单
`;
const english = `Jane Miller
jane@example.com

Work Experience
Northwind Systems  Senior backend engineer  Mar 2019 - Present
- Cut the response time of the order service from 800 ms to 120 ms at 8,000 requests per second
- Raised the conversion rate by 12%, for 300 stores
Contoso Ltd  Engineer  Jul 2016 - Feb 2019
- Built a warehouse system with annual revenue of $3 million
`;

function compared(resume: string, answer: string) {
  const subject = { resume: { text: resume, profile: profileOf(resume) }, hasResume: true } as unknown as VideoSubject;
  const { agreed, differing } = compareFigures([turnOf("Tell me more.", answer)], subject);
  for (const { resume: written } of [...agreed, ...differing])
    expect(resume.slice(written.start, written.end)).toBe(written.text);
  for (const { said } of [...agreed, ...differing]) expect(answer).toContain(said.text);
  return { agreed: agreed.map(({ subject: about }) => about), differing: differing.map(({ reason }) => reason.values) };
}

test.each([
  ["1,200", 1200],
  ["3 万", 30_000],
  ["1.5亿", 1.5e8],
  ["一百二十", 120],
  ["三十二点五", 32.5],
  ["五万", 50_000],
  ["two hundred fifty thousand", 250_000],
  ["eight hundred", 800],
  ["20k", 20_000],
])("%s is %d", (text, value) => expect(readSpoken(text)).toBe(value));

test("numbers are read with their unit or noun; years, hopes and people are not", () => {
  const unitsIn = (text: string) => readFigures(text).map(({ unit, value }) => `${unit} ${value}`);
  expect(unitsIn("响应时间从八百毫秒降到一百二十毫秒")).toEqual(["time 0.8", "time 0.12"]);
  expect(unitsIn("成功率提升了百分之十二")).toEqual(["percent 12"]);
  expect(unitsIn("it went from 3 seconds to 200 milliseconds, five times faster")).toEqual([
    ...["time 3", "time 0.2", "factor 5"],
  ]);
  expect(unitsIn("我们有三百家门店，日均五万单")).toEqual(["stores 300", "orders 50000"]);
  for (const none of [
    "我2019年加入",
    "我带了5个人的团队",
    "目标是提升20%",
    "i have 5 years of java",
    "在301医院",
    "we hope for 20%",
  ])
    expect(unitsIn(none), none).toEqual([]);
});

test.each([
  [chinese, "我把接口的响应时间从八百毫秒降到一百二十毫秒。", ["time 0.8", "time 0.12"], []],
  [chinese, "支付成功率提升了百分之十二左右。", ["percent 12"], []],
  [chinese, "接口的响应时间降到了20毫秒。", [], [{ told: "20毫秒", shown: "120ms" }]],
  [chinese, "支付成功率提升了百分之三十。", [], [{ told: "百分之三十", shown: "12%" }]],
  [chinese, "峰值 QPS 大概八万。", [], [{ told: "qps 大概八万", shown: "峰值 qps 8000" }]],
  [english, "I cut the response time from 800 milliseconds to 120 milliseconds.", ["time 0.8", "time 0.12"], []],
  [english, "The conversion rate went up by 30 percent.", [], [{ told: "30 percent", shown: "12%" }]],
  [english, "The response time went down to 20 ms.", [], [{ told: "20 ms", shown: "120 ms" }]],
  [english, "It took 8,000 requests per second at the response time I told you.", ["qps 8000"], []],
])("%#: what is said of a number the resume has", (resume, answer, agreed, differing) => {
  const found = compared(resume, answer);
  expect(found.agreed).toEqual(expect.arrayContaining(agreed));
  expect(found.differing).toHaveLength(differing.length);
  for (const [index, values] of differing.entries())
    if (resume === english || !/qps/.test(String(values.told))) expect(found.differing[index]).toEqual(values);
});

test.each([
  [chinese, "超时时间我们设成了3秒。"],
  [chinese, "订单系统的重试间隔是30秒。"],
  [chinese, "我在南湖贸易的时候，页面的响应时间是3秒。"],
  [chinese, "他们的响应时间只有20毫秒。"],
  [chinese, "目标是把响应时间降到20毫秒。"],
  [chinese, "响应时间大概一百毫秒。"],
  [chinese, "测试覆盖率提升了百分之三十。"],
  [chinese, "会议开了30分钟，成功率没变。"],
  [chinese, "后来又开了500家门店的账号。"],
  [english, "The batch job ran for 3 hours every night."],
  [english, "We hoped to get the response time to 20 ms."],
  [english, "The error rate fell by 30 percent."],
  [english, "At Contoso the response time of the report was 3 seconds."],
  [english, "I spent about 20 minutes on the order service."],
  [english, "If the response time is 2 seconds people leave."],
])("%#: another number, another place or a hope conflicts with nothing", (resume, answer) => {
  expect(compared(resume, answer).differing).toEqual([]);
});
