import type { necessities, requirementKinds } from "@/lib/position/kinds";
import type { Track } from "./content/content";

type Kind = (typeof requirementKinds)[number];
type Necessity = (typeof necessities)[number];
type Row = { kind: Kind; text: string; necessity: Necessity; weight: number };

export type DemoPosition = {
  title: string;
  department: string;
  description: string;
  salaryMin: number;
  salaryMax: number;
  requirements: Row[];
  /** Professions of whom a few are screened as well. */
  neighbours: Track[];
};

const row = (kind: Kind, text: string, necessity: Necessity, weight = 3): Row => ({ kind, text, necessity, weight });

/** The openings of a made-up company. */
export const demoPositions: Record<Track, DemoPosition> = {
  backend: {
    ...{ title: "后端开发工程师", department: "技术部", salaryMin: 25_000, salaryMax: 40_000 },
    description: "负责订单与库存服务的设计、开发和线上稳定性，与产品、前端协作，参与代码评审。",
    requirements: [
      row("skill", "Java、Spring Boot", "must", 5),
      row("skill", "MySQL", "must", 4),
      row("experience", "5 年以上后端开发经验", "must", 4),
      row("education", "本科及以上，计算机相关专业", "gate"),
      row("skill", "Kafka", "nice"),
      row("skill", "Kubernetes", "nice", 2),
      row("leadership", "带过 3 人以上的团队", "nice", 2),
    ],
    neighbours: ["analyst"],
  },
  product: {
    ...{
      title: "Product Manager 产品经理",
      department: "Product 产品部",
      salaryMin: 20_000,
      salaryMax: 35_000,
    },
    description:
      "Owns the membership product from research to release. 负责会员产品的调研、规划与落地，中英文团队协作。",
    requirements: [
      row("experience", "3 年以上产品经理经验", "must", 5),
      row("skill", "数据分析", "must", 4),
      row("skill", "用户研究", "must"),
      row("skill", "SQL", "nice"),
      row("skill", "A/B测试", "nice"),
      row("certificate", "PMP", "nice", 2),
      row("language", "英语", "nice"),
    ],
    neighbours: ["analyst"],
  },
  accountant: {
    ...{ title: "财务会计", department: "财务部", salaryMin: 9_000, salaryMax: 15_000 },
    description: "负责总账、结账与纳税申报，配合年度审计，完善成本核算。",
    requirements: [
      row("education", "本科及以上，会计或财务相关专业", "must", 3),
      row("experience", "3 年以上会计经验", "must", 4),
      row("skill", "纳税申报", "must", 4),
      row("skill", "用友或金蝶", "must"),
      row("certificate", "中级会计职称", "nice", 4),
      row("skill", "成本核算", "nice"),
    ],
    neighbours: [],
  },
  sales: {
    ...{ title: "Sales Manager", department: "Sales", salaryMin: 28_000, salaryMax: 45_000 },
    description: "Builds a new region: key accounts, forecasts and a small team of representatives.",
    requirements: [
      row("experience", "5+ years in B2B sales", "must", 5),
      row("skill", "Account Management", "must", 4),
      row("skill", "Salesforce", "must"),
      row("leadership", "Led a team of 3 or more", "nice", 4),
      row("skill", "Negotiation", "nice"),
      row("education", "Bachelor or higher", "nice", 2),
      row("language", "German", "nice"),
    ],
    neighbours: ["product"],
  },
  analyst: {
    ...{ title: "Data Analyst", department: "Data", salaryMin: 18_000, salaryMax: 30_000 },
    description: "Answers questions of product and sales with data, builds dashboards and reads experiments.",
    requirements: [
      row("skill", "SQL", "must", 5),
      row("skill", "Python", "must", 4),
      row("experience", "3+ years of data analysis", "must"),
      row("skill", "Tableau", "nice"),
      row("skill", "A/B Testing", "nice"),
      row("education", "Bachelor or higher in statistics, mathematics or economics", "nice"),
    ],
    neighbours: ["backend"],
  },
  nurse: {
    ...{ title: "重症监护护士", department: "护理部", salaryMin: 8_000, salaryMax: 14_000 },
    description: "负责重症病房的护理、抢救配合与护理文书，轮值夜班，参与带教。",
    requirements: [
      row("certificate", "护士执业资格证", "gate", 5),
      row("experience", "3 年以上临床护理经验", "must", 4),
      row("skill", "重症监护", "must", 4),
      row("skill", "心肺复苏", "must"),
      row("education", "大专及以上，护理相关专业", "must", 2),
      row("certificate", "护师资格证", "nice"),
      row("leadership", "有带教经验", "nice", 2),
    ],
    neighbours: [],
  },
};

/** `place` counts from the top of the board, or with a minus from its end. */
export type DemoDecision = { title: string; place: number; outcome: "advance" | "hold" | "reject"; reason: string };

const { backend, sales, accountant } = demoPositions;

export const demoDecisions: DemoDecision[] = [
  { title: backend.title, place: 0, outcome: "advance", reason: "Java 与订单系统经验都有出处，约技术面。" },
  { title: backend.title, place: 1, outcome: "advance", reason: "项目相符，面试时问清高并发的实际规模。" },
  { title: backend.title, place: -1, outcome: "reject", reason: "没有后端开发经验，与岗位不符。" },
  {
    title: sales.title,
    place: 0,
    outcome: "advance",
    reason: "Built a region and led a team; ask how the forecast was made.",
  },
  { title: sales.title, place: 2, outcome: "hold", reason: "Good record, but no Salesforce in the resume: ask first." },
  { title: accountant.title, place: 0, outcome: "advance", reason: "证书齐全，成本核算经验与我们相近。" },
];
