import { describe, expect, test } from "vitest";
import { findChinesePlaces, isPlace, normalizePlace } from "./places";

describe("a stated place is given from the country down, as far as it is certain", () => {
  test.each([
    ["广东省深圳市南山区", "中国-广东省-深圳市-南山区"],
    ["深圳南山", "中国-广东省-深圳市-南山区"],
    ["广东 深圳", "中国-广东省-深圳市"],
    ["南山区，深圳", "中国-广东省-深圳市-南山区"],
    ["南山区", "中国"],
    ["北京", "中国-北京市"],
    ["北京市朝阳区建国路88号", "中国-北京市-朝阳区"],
    ["北京-北京市-海淀区", "中国-北京市-海淀区"],
    ["长春市朝阳区", "中国-吉林省-长春市-朝阳区"],
    ["朝阳区", "中国"],
    ["辽宁朝阳", "中国-辽宁省-朝阳市"],
    ["海淀", "中国-北京市-海淀区"],
    ["浦东", "中国-上海市-浦东新区"],
    ["上海·徐汇", "中国-上海市-徐汇区"],
    ["上海市闸北区", "中国-上海市-静安区"],
    ["江苏苏州工业园区", "中国-江苏省-苏州市-苏州工业园区"],
    ["江苏省昆山市", "中国-江苏省-苏州市-昆山市"],
    ["昆山", "中国-江苏省-苏州市-昆山市"],
    ["湖北仙桃", "中国-湖北省-仙桃市"],
    ["吉林", "中国-吉林省"],
    ["吉林省吉林市", "中国-吉林省-吉林市"],
    ["恩施州", "中国-湖北省-恩施土家族苗族自治州"],
    ["内蒙古呼和浩特", "中国-内蒙古自治区-呼和浩特市"],
    ["新疆乌鲁木齐市天山区", "中国-新疆维吾尔自治区-乌鲁木齐市-天山区"],
    ["香港", "中国-香港特别行政区"],
    ["香港九龙城区", "中国-香港特别行政区-九龙城区"],
    ["台湾台北市大安区", "中国-台湾省-台北市-大安区"],
    ["现居住地：杭州市余杭区文一西路", "中国-浙江省-杭州市-余杭区"],
    ["籍贯：湖南长沙", "中国-湖南省-长沙市"],
    ["中国", "中国"],
    ["Shenzhen, Guangdong", "中国-广东省-深圳市"],
    ["Shenzhen", "中国-广东省-深圳市"],
    ["Haidian District, Beijing, China", "中国-北京市-海淀区"],
    ["Xi'an, Shaanxi, P.R. China", "中国-陕西省-西安市"],
    ["Suzhou", "中国-江苏省-苏州市"],
    ["Suzhou, Anhui", "中国-安徽省-宿州市"],
    ["Taizhou", "中国"],
    ["Hong Kong", "中国-香港特别行政区"],
    ["China", "中国"],
    ["美国", "美国"],
    ["San Francisco, CA", "美国"],
    ["Atlanta, Georgia", "美国"],
    ["Toronto, Canada", "加拿大"],
    ["Singapore", "新加坡"],
  ])("%s is %s", (text, expected) => {
    expect(normalizePlace(text)).toBe(expected);
  });

  test.each([
    "",
    "不限",
    "负责平安城市项目的方案设计",
    "和平",
    "前进",
    "光明",
    "张建平",
    "Java, Go",
    "Remote",
    "5年工作经验",
    "全职",
  ])("%s is no place", (text) => {
    expect(normalizePlace(text)).toBeNull();
  });
});

describe("names in a line", () => {
  const names = (text: string) => findChinesePlaces(text).map(({ name }) => name);
  test.each([
    ["现居广东省深圳市南山区", ["广东省", "深圳市", "南山区"]],
    ["毕业后到上海、杭州工作", ["上海", "杭州"]],
    ["湖南省湘西州凤凰县", ["湖南省", "湘西州", "凤凰县"]],
    ["与中国太保合作，推进东方项目", []],
    ["团队和平时一样大方正直，安定团结", []],
    ["服务县域经济，创新县级城区与郊区的渠道", []],
    ["张建平 李长治久", ["长治"]],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

test.each([
  ["上海", true],
  ["广东省深圳市", true],
  ["北京 海淀区", true],
  ["江苏苏州工业园区", true],
  ["泸县", true],
  ["Seattle, WA", true],
  ["Remote", true],
  ["上海交通大学", false],
  ["北京字节跳动科技有限公司", false],
  ["城区", false],
  ["高级工程师", false],
])("%s is a place: %s", (text, expected) => {
  expect(isPlace(text)).toBe(expected);
});

test("a hundred pages take well under a second", () => {
  const text = "2019年在上海市浦东新区负责数据分析与项目管理，团队来自江苏、浙江和安徽。\n".repeat(4000);
  const started = performance.now();
  expect(findChinesePlaces(text).length).toBe(20_000);
  expect(performance.now() - started).toBeLessThan(500);
});
