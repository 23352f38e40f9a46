// Made-up people and companies. Schools exist; nobody here went to them.

export const chineseSurnames = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"];
export const chineseGivenNames = {
  female: [
    "晓雯",
    "静怡",
    "雨桐",
    "思琪",
    "文静",
    "雅婷",
    "欣悦",
    "梦洁",
    "佳宁",
    "玉兰",
    "若曦",
    "海燕",
    "慧敏",
    "丹",
    "琳",
  ],
  male: [
    "志远",
    "建国",
    "浩然",
    "子轩",
    "俊杰",
    "海涛",
    "明哲",
    "文博",
    "立伟",
    "宇航",
    "国栋",
    "嘉诚",
    "振华",
    "磊",
    "涛",
  ],
};
export const englishFirstNames = {
  female: ["Maria", "Nina", "Lucy", "Rosa", "Emma", "Hannah", "Priya", "Sofia", "Clara", "Aisha"],
  male: ["Peter", "Omar", "Hugo", "Karl", "Ivan", "Noah", "Daniel", "Marco", "Felix", "Samuel"],
};
export const englishLastNames = [
  ...["Miller", "Jensen", "Rossi", "Haddad", "Turner", "Becker", "Novak", "Weber", "Garcia", "Petrov"],
  ...["Brennan", "Okafor", "Lindqvist", "Moreau", "Kowalski", "Fischer", "Nakamura", "Silva", "Hughes", "Patel"],
];

export const chineseCities = ["北京", "上海", "杭州", "深圳", "广州", "成都", "武汉", "南京", "西安", "苏州"];
/** With a number whose range is kept free for fiction: 555-01xx in North America, 020 7946 0xxx in London and so on. */
export const englishCities = [
  { city: "London", phone: "+44 20 7946 0###" },
  { city: "Manchester", phone: "+44 161 496 0###" },
  { city: "Boston", phone: "+1 617 555 01##" },
  { city: "Austin", phone: "+1 512 555 01##" },
  { city: "Toronto", phone: "+1 416 555 01##" },
  { city: "Berlin", phone: "+49 30 23125 ###" },
];

export const chineseSchools = {
  strong: ["浙江大学", "南京大学", "武汉大学", "华中科技大学", "东南大学", "西安交通大学"],
  usual: ["杭州电子科技大学", "南京邮电大学", "深圳大学", "浙江工商大学", "武汉科技大学", "成都理工大学", "苏州大学"],
  college: ["深圳职业技术学院", "金华职业技术学院", "南京工业职业技术学院"],
  medical: ["南京医科大学", "温州医科大学", "成都中医药大学", "湖北医药学院"],
};
export const englishSchools = [
  ...["University of Leeds", "University of Manchester", "Boston University", "University of Texas at Austin"],
  ...["University of Toronto", "Technical University of Berlin", "University of Bristol", "Trinity College Dublin"],
];

/** The name that stands before what a company does. */
export const chineseCompanies = [
  ..."云图 明途 星禾 蓝桥 远山 青木 海纳 晨光里 知行 百川 瑞丰 同舟 南湖 北辰 嘉禾 白鹭".split(" "),
];
export const englishCompanies = [
  ...["Northwind", "Contoso", "Brightwater", "Oakline", "Harrowgate", "Bluefen", "Silverpine", "Kestrel"],
  ...["Tallgrass", "Fairmont Ridge", "Redwick", "Larkspur"],
];
