import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { parseResume } from "@/lib/resume/parsing/parse-resume";
import { groupFields, type ResumeSdkResult, scalarFields } from "./fields";
import { toResumeSdk } from "./to-resumesdk";

const fixture = readFileSync(path.join(import.meta.dirname, "fixtures/every-field.txt"));
const parsedAt = new Date("2026-11-21T01:02:03Z");

async function parse(text: string | Buffer, options: { version?: 0 | 1; withSocialExperience?: boolean } = {}) {
  const fileName = "resume.txt";
  const parsed = await parseResume(Buffer.from(text), { fileName, asOf: "2026-11-21" });
  return toResumeSdk({ ...parsed, fileName, parsedAt, ...options });
}

let full: ResumeSdkResult;
beforeAll(async () => {
  full = await parse(fixture, { withSocialExperience: true });
});

test("every fact of a resume that states them all is in its field", () => {
  const { raw_text, ...rest } = full;
  expect(raw_text).toContain("林嘉禾");
  const scalars = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => typeof value === "string" && !key.startsWith("cont_")),
  );
  expect(scalars).toMatchObject({
    name: "林嘉禾",
    surname: "林",
    gender: "男",
    age: "29",
    height: "178cm",
    weight: "65kg",
    marital_status: "已婚",
    birthday: "1995.02",
    hukou_address: "江苏省南通市",
    hukou_address_norm: "中国-江苏省-南通市",
    hometown_address: "江苏南通",
    college_type: "0",
    city_norm: "中国-浙江省-杭州市",
    living_address_norm: "中国-浙江省-杭州市-西湖区",
    expect_jlocation_norm: "中国-浙江省-杭州市,中国-上海市",
    id_card: "11010519491231002X",
    race: "汉族",
    nationality: "中国",
    polit_status: "中共党员",
    blood_type: "O型",
    star_sign: "天秤座",
    languages: "英语,日语",
    english_level: "大学英语六级",
    computer_level: "二级",
    apply_job: "Java开发工程师",
    work_year: "5~7",
    work_year_norm: "5",
    work_start_time: "2017.07",
    work_position: "高级Java开发工程师",
    work_company: "杭州星桥网络科技有限公司",
    work_pos_type_p: "后端开发",
    work_salary: "300000元/年",
    work_salary_min: "25000",
    grad_time: "2017.06",
    college: "浙江工业大学",
    college_dept: "计算机科学与技术学院",
    major: "软件工程",
    degree: "本科",
    recruit: "统招",
    qq: "284756193",
    weixin: "linjiahe_95",
    postal_code: "310012",
    living_address: "浙江省杭州市西湖区文三路 90 号",
    expect_salary: "25000~35000元/月",
    expect_salary_min: "25000",
    expect_salary_max: "35000",
    expect_industry: "互联网/电子商务",
    expect_time: "一个月内",
    expect_jnature: "全职",
    expect_jstatus: "在职，考虑更好的机会",
    expect_jlocation: "杭州、上海",
    resume_type: "0",
    resume_source: "智联",
    resume_id: "JM398210245R90250003000",
    resume_parse_time: "2026-11-21 09-02-03",
    resume_update_time: "2024.03.18",
    resume_integrity: "100",
  });
});

test("jobs, projects, trainings, activities, languages and skills carry their details", () => {
  expect(full.job_exp_objs).toMatchObject([
    {
      start_date: "2019.08",
      end_date: "至今",
      job_cpy_nature: "民营",
      job_cpy_size: "500-999人",
      job_industry: "互联网/电子商务",
      job_dept: "交易平台部",
      job_pos_type_p: "后端开发",
      job_staff: "5人",
      job_report_to: "技术总监",
      job_capacity: "接口平均耗时下降 60%。",
    },
    {
      job_cpy_nature: "上市公司",
      job_industry: "计算机软件",
      job_salary: "12K",
      job_why_leave: "个人发展",
      job_duration: "2年1个月",
    },
  ]);
  expect(full.proj_exp_objs).toMatchObject([
    { proj_name: "统一支付网关", proj_cpy: "杭州星桥网络科技有限公司", proj_resp: "负责渠道路由和对账。" },
  ]);
  expect(full.training_objs).toMatchObject([
    { train_org: "达内教育", train_loc: "杭州", train_cert: "大数据工程师证书", train_cont: "大数据开发课程" },
  ]);
  expect(full.social_exp_objs).toMatchObject([{ job_cpy: "南通市团委", job_position: "志愿者" }]);
  expect(full.education_objs).toMatchObject([{ edu_recruit: "统招", edu_gpa: "3.6/4.0", edu_degree_norm: "本科" }]);
  expect(full.lang_objs).toContainEqual({
    language_name: "英语",
    language_level: "熟练",
    language_read_write: "熟练",
    language_listen_speak: "良好",
  });
  expect(full.cert_objs).toContainEqual({
    langcert_lang: "英语",
    langcert_name: "大学英语六级",
    langcert_score: "556",
  });
  expect(full.skills_objs).toContainEqual({ skills_name: "Kafka", skills_level: "熟练", skills_time: "24个月" });
});

test("version 0 leaves out what was not found, version 1 has every field of the reference", async () => {
  const thin = "周一\n电话：13900000000\n";
  expect(Object.keys(await parse(thin))).toEqual([
    "name",
    "surname",
    "phone",
    "resume_type",
    "resume_name",
    "resume_parse_time",
    "resume_integrity",
    "cont_basic_info",
    "raw_text",
  ]);
  const whole = await parse(thin, { version: 1 });
  expect(Object.keys(whole)).toEqual([...scalarFields, ...Object.keys(groupFields)]);
  expect(whole).toMatchObject({ email: "", avatar_data: "", social_exp_objs: [], job_exp_objs: [] });
  const [job] = (await parse(fixture, { version: 1 })).job_exp_objs as Record<string, string>[];
  expect(Object.keys(job ?? {})).toEqual([...groupFields.job_exp_objs]);
});

test("social practice is given only when asked for", async () => {
  expect((await parse(fixture)).social_exp_objs).toBeUndefined();
});

test.each([
  ["应届毕业生一枚\n工作年限：应届生", { work_year: "应届生", work_year_norm: "0" }],
  ["工作年限：8年", { work_year: "8", work_year_norm: "8" }],
  ["工作经验：10-15年", { work_year: "10~15", work_year_norm: "10" }],
])("years of work: %s", async (line, expected) => {
  expect(await parse(`王小明\n${line}\n`)).toMatchObject(expected);
});

test("schools have their kind, and abroad is said only when it is", async () => {
  const school = (name: string) => parse(`王小明\n\n教育背景\n2013.09 - 2017.06  ${name}  软件工程  本科\n`);
  expect(await school("清华大学")).toMatchObject({ college: "清华大学", college_type: "1" });
  expect(await school("香港科技大学")).toMatchObject({ college_type: "3" });
  const abroad = await school("斯坦福大学");
  expect(abroad).toMatchObject({ college_type: "4", has_oversea_edu: "1" });
  expect((await school("清华大学")).has_oversea_edu).toBeUndefined();
});

test("all values are strings", () => {
  const rows = Object.values(full).flatMap((value) => (typeof value === "string" ? [] : value));
  for (const value of rows.flatMap((row) => Object.values(row))) expect(typeof value).toBe("string");
});

const reference = "../shared/contract/resumesdk.json";
test.skipIf(!existsSync(reference))("the fields are those of the reference, in its order", () => {
  type Section = { key: string; kind: string; fields: { name: string }[] };
  const { sections } = JSON.parse(readFileSync(reference, "utf8")) as { sections: Section[] };
  const namesOf = (kind: string) => sections.filter((section) => section.kind === kind);
  expect(scalarFields).toEqual(namesOf("scalar").flatMap(({ fields }) => fields.map(({ name }) => name)));
  expect(groupFields).toEqual(
    Object.fromEntries(namesOf("array").map(({ key, fields }) => [key, fields.map(({ name }) => name)])),
  );
});
