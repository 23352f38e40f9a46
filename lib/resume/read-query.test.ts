import { expect, test } from "vitest";
import { resumeFilter } from "./filter";
import { readMarks, readQuery } from "./read-query";

const read = (q: string) => readQuery(resumeFilter.parse({ q }));

test("filters written into the search box become filters, in both languages", () => {
  expect(read("技能:Kafka 年限>3 支付")).toMatchObject({
    q: "支付",
    skill: ["Kafka"],
    yearsMin: 3,
  });
  expect(read("skill:k8s years<=5 city:Berlin")).toMatchObject({
    q: "",
    skill: ["Kubernetes"],
    yearsMax: 5,
    city: ["Berlin"],
  });
  expect(read('标签:"重点 关注" 来源：upload')).toMatchObject({ q: "", tag: ["重点 关注"], source: ["upload"] });
});

test("a degree may be a least degree", () => {
  expect(read("学历:本科").degree).toEqual(["bachelor"]);
  expect(read("degree>=bachelor").degree).toEqual(["bachelor", "master", "doctor"]);
});

test("what is no filter stays a word", () => {
  expect(read("http://example.com C++: 年限>很多 学历:无").q).toBe("http://example.com C++: 年限>很多 学历:无");
});

test("a text is marked with the words and with what the filters say it says", () => {
  expect(readMarks('技能:Kafka 年限>3 支付 城市:"New York" 学历:本科 标签:重点')).toEqual({
    words: "支付",
    values: ["Kafka", "Apache Kafka", "Kafka Streams", "New York"],
  });
  expect(readMarks("skill:k8s").values).toEqual(expect.arrayContaining(["Kubernetes", "K8s"]));
  expect(readMarks("skill:Underwaterweaving").values).toEqual(["Underwaterweaving"]);
});
