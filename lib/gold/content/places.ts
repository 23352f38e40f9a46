export const chineseCities = "北京|上海|杭州|深圳|广州|成都|武汉|南京|西安|苏州|青岛|长沙|合肥|郑州|昆明|厦门".split(
  "|",
);
export const chineseAddresses = [
  "浙江省杭州市西湖区",
  "广东省深圳市南山区",
  "江苏省苏州市工业园区",
  "湖北省武汉市洪山区",
  "四川省成都市高新区",
];

export const englishCities = [
  "London, UK|Boston, MA|Austin, TX|Toronto, Canada|Berlin, Germany|Manchester|Seattle, WA|Dublin, Ireland",
  "Sydney, Australia|Mumbai, India|Chicago, IL|San Diego, CA|Amsterdam, Netherlands|Singapore|Edinburgh|Denver, CO",
].flatMap((list) => list.split("|"));

/** Schools exist; nobody here went to them. */
export const chineseSchools = {
  doctor: "清华大学|复旦大学|中国科学院大学|浙江大学",
  master: "华东师范大学|同济大学|四川大学|中南大学|上海财经大学|西北工业大学",
  bachelor:
    "杭州电子科技大学|江西财经大学|湖南师范大学|沈阳工业大学|青岛大学|广西民族大学|天津商业大学|南京审计大学|西南石油大学|北京物资学院|山东工艺美术学院|昆明理工大学",
  associate: "深圳职业技术学院|长沙民政职业技术学院|无锡商业职业技术学院|黄河水利职业技术学院|山东医学高等专科学校",
  high_school: "衡水中学|黄冈中学|长沙市第一中学",
};
export const englishSchools = {
  doctor: "University of Edinburgh|ETH Zurich|Stanford University|University of Toronto",
  master:
    "London School of Economics|University of Michigan|TU Delft|National University of Singapore|King's College London|Georgia Institute of Technology",
  bachelor:
    "University of Leeds|Boston University|University of California, San Diego|Trinity College Dublin|Penn State University|University of Melbourne|Delhi University|Texas A&M University|University of Applied Sciences Munich|Emerson College|Indian Institute of Technology Bombay",
  associate: "Austin Community College|Santa Monica College|Miami Dade College",
  high_school: "Lincoln High School|Harrow School|Brookline High School",
};
