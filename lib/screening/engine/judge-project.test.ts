import { describe, expect, test } from "vitest";
import { say } from "@/lib/screening/statements";
import { engineerEn, engineerZh, judge } from "./fixtures/resumes";
import { readProjects } from "./read-project";

const chinese = `工作经历
2019.03 - 至今  星河云计算有限公司  高级后端工程师
- 使用 Java 维护内部工具

项目经历
2022.05 - 2023.12  支付中台  技术负责人
- 主导支付系统重构，日活用户 300 万，峰值 3 万 QPS
- 组建 12 人的项目组，争取到 800 万元预算并按期交付
2020.05 - 2020.12  支付对账平台  开发工程师
- 参与支付系统的对账模块，日均处理 2000 万条记录
2018.01 - 2019.01  会员系统  开发工程师
- 负责会员系统接口开发，服务 20 万用户
`;

const english = `EXPERIENCE
Project Manager, Northwind Systems
March 2018 - Present
- Led the data center migration project with a $6 million budget and a team of 15
Software Engineer, Bluebird Labs
June 2014 - February 2018
- Wrote payment services in Java

PROJECTS
Billing Portal
January 2021 - June 2022
- Built the billing portal with React for 2 million users
`;

test.each([
  ["3+ projects of payment integration", { count: 3, role: null, scales: [] }],
  ["主导过两个以上大型项目", { count: 2, role: "主导", size: "大型", topic: [] }],
  ["有日活百万级产品项目经验", { count: 1, role: null, scales: ["daily_users 1000000"] }],
  ["Delivered projects with a budget over 5 million", { count: 1, scales: ["unnamed_currency 5000000"] }],
  ["作为负责人/PM 完成过支付项目", { count: 1, role: "作为负责人/PM" }],
  ["at least three projects with a team of 10", { count: 3, scales: ["people 10"] }],
  ["led multiple large-scale projects", { count: 2, role: "led", size: "large-scale" }],
  ["支付系统重构", null],
  ["Month-end close", null],
  ["Lead generation projects", null],
  ["做过一个支付项目", null],
])("%s", (text, expected) => {
  const read = readProjects(text);
  const shown = read && { ...read, scales: read.scales.map(({ quantity }) => `${quantity.unit} ${quantity.value}`) };
  if (expected === null) expect(read).toBeNull();
  else expect(shown).toMatchObject(expected);
});

describe("a project is judged by number, role and size", () => {
  test.each([
    ["主导过支付项目", chinese, "met", "project_met", 100],
    ["两个以上支付项目经验", chinese, "met", "project_met", 100],
    ["做过 3 个支付项目", chinese, "partly", "project_fewer", 83.3333],
    ["至少三个项目", chinese, "met", "project_met", 100],
    ["主导过两个以上支付项目", chinese, "partly", "project_partly", 87.5],
    ["主导过两个以上大型项目", chinese, "partly", "project_partly", 75],
    ["日活百万级支付项目", chinese, "met", "project_met", 100],
    ["日活 400 万以上的支付项目", chinese, "partly", "project_size_short", 87.5],
    ["日活千万级项目", chinese, "partly", "project_partly", 75],
    ["月活百万级支付项目", chinese, "partly", "project_partly", 75],
    ["预算 500 万以上的项目", chinese, "met", "project_met", 100],
    ["预算 100 万美元以上的项目", chinese, "partly", "project_partly", 75],
    ["作为负责人带 10 人团队完成过项目", chinese, "met", "project_met", 100],
    ["主导过区块链项目", chinese, "unknown", "project_absent", 50],
    ["led projects with a budget over $5 million", english, "met", "project_met", 100],
    ["Led data center migration projects with a team of 10", english, "met", "project_met", 100],
    ["At least two projects with React", english, "partly", "project_fewer", 75],
    ["Billing portal projects with a million users", english, "met", "project_met", 100],
    ["Billing portal projects with 10 million users", english, "not_met", "project_size_short", 0],
    ["Billing portal projects as project manager", english, "partly", "project_partly", 75],
    ["At least three projects", engineerEn, "unknown", "project_none", 50],
    ["有百万级数据量的项目经验", engineerZh, "unknown", "text_absent", 50],
    ["1 万 QPS 以上系统的经验", engineerZh, "met", "project_met", 100],
    ["Systems that handle 10k QPS", engineerZh, "met", "project_met", 100],
    ["日均千万条消息", engineerZh, "met", "project_met", 100],
    ["5 万 QPS 以上系统的经验", engineerZh, "partly", "project_size_short", 80],
    ["Systems with 10 million users", engineerEn, "unknown", "project_none", 50],
    ["led 3 Docker projects", engineerEn, "partly", "project_partly", 58.3333],
  ])("%s", (requirement, resume, verdict, code, points) => {
    const found = judge("project", requirement, resume);
    expect(found).toMatchObject({ verdict, code });
    expect(found.points.value).toBeCloseTo(points, 2);
    expect(found.quotes.length > 0).toBe(verdict !== "unknown");
    for (const quote of found.quotes) expect(resume).toContain(quote);
  });
});

test.each([
  ["客户经理", "维护大客户关系，推进客户的项目", "project_partly"],
  ["开发工程师", "协助项目经理推进项目", "project_partly"],
  ["开发工程师", "牵头订单项目", "project_met"],
  ["项目经理", "推进订单项目上线", "project_met"],
])("a %s who says %j", (title, line, code) => {
  const job = `工作经历\n2019.03 - 至今  星河云计算有限公司  ${title}\n- ${line}\n`;
  expect(judge("project", "主导过项目", job).code).toBe(code);
});

test("the quotes are the projects' names and where they say what is asked for", () => {
  expect(judge("project", "主导过日活百万级支付项目", chinese).quotes).toEqual([
    "2022.05 - 2023.12  支付中台  技术负责人",
    "主导支付系统重构，日活用户 300 万，峰值 3 万 QPS",
  ]);
});

test("what an entry leaves out stays open, in the words of the requirement", () => {
  const { code, values, points } = judge("project", "主导过两个以上日活百万级支付项目", chinese);
  expect([say({ code, values }, "zh"), say({ code, values }, "en")]).toEqual([
    "符合的项目有 1 个，要求 2 个；没有写明：主导、日活百万级。",
    "1 project fits; 2 asked. Not stated: 主导, 日活百万级.",
  ]);
  expect(points.high).toBe(100);
});

test("a smaller number is named beside the one asked for", () => {
  const { code, values } = judge("project", "Billing portal projects with 10 million users", english);
  expect(say({ code, values }, "en")).toBe("A project says “2 million users”, below “10 million users”.");
});

describe("numbers in a bare list are no project's size", () => {
  const amounts = "100 million users, 500k QPS, $90 million budget, team of 200, 40 PB";
  test.each([
    ["in the list of skills", `${engineerEn}\nSKILLS\n${amounts}\n`],
    ["at the end", `${engineerEn}\n${amounts}\n`],
    ["in a project", english.replace("- Built the billing", `- ${amounts}\n- Built the billing`)],
    ["by its labels", english.replace("- Built the billing", "- 用户 1 亿，预算 $900 million\n- Built the billing")],
    ["one by one", english.replace("- Built the billing", "- 100 million users\n- $90 million\n- Built the billing")],
  ])("%s", (_, stuffed) => {
    const plain = stuffed.startsWith("EXPERIENCE\nProject") ? english : engineerEn;
    for (const asked of ["Projects with 50 million users", "Projects with a budget over $50 million"]) {
      const before = judge("project", asked, plain);
      expect(judge("project", asked, stuffed).points.value).toBeLessThanOrEqual(before.points.value);
    }
  });
});

test("hopes and names without a word about them count no project", () => {
  const hoped = chinese.replace("日活用户 300 万", "目标日活用户 3000 万");
  expect(judge("project", "日活千万级支付项目", hoped).code).toBe("project_partly");
  const bare = "项目经历\n支付平台\n会员平台\n营销平台\n";
  expect(judge("project", "至少三个项目", bare).verdict).toBe("unknown");
});
