import { expect, it } from "vitest";
import { eventValues } from "./event-values";

const DEPARTMENTS = new Map([["transport", { "zh-CN": "市交通运输局", en: "Transport Bureau" }]]);

const texts = (values: unknown, lang: "zh-CN" | "en" = "zh-CN") =>
  eventValues(values, { lang, departments: DEPARTMENTS }).map(({ name, text }) => [name, text]);

it("names fields, codes, days and times in words", () => {
  const recorded = {
    state: "submitted",
    visibility: "internal",
    dueOn: "2023-12-31",
    at: "2023-09-26T08:05:00.000Z",
    evidenceRequired: true,
    value: "289.8",
  };
  expect(texts(recorded)).toEqual([
    ["状态", "待审核"],
    ["公开范围", "内部"],
    ["到期日", "2023年12月31日"],
    ["时间", "2023年9月26日 16:05"],
    ["必须附佐证材料", "是"],
    ["数值", "289.8"],
  ]);
  expect(texts({ dueOn: "2023-12-31", visibility: "public" }, "en")).toEqual([
    ["Due date", "31 Dec 2023"],
    ["Visibility", "public"],
  ]);
});

it("leaves out what is empty, and puts lists and parts into one text", () => {
  expect(texts({ note: "", owner: null, departments: [], plan: {} })).toEqual([]);
  expect(texts({ departments: ["transport", "commerce"] })).toEqual([["部门", "市交通运输局、commerce"]]);
  expect(texts({ owner: "transport", note: "transport" }, "en")).toEqual([
    ["Owner", "Transport Bureau"],
    ["Note", "transport"],
  ]);
  expect(texts({ baseline: { value: "316.5", year: 2022, origin: "derived" } })).toEqual([
    ["基期", "数值 316.5，年份 2022，来源 推算"],
  ]);
});

it("keeps a word that is no code, and the key of a field without a name", () => {
  expect(texts({ note: "linear", aFieldOfALaterVersion: "x" })).toEqual([
    ["说明", "linear"],
    ["aFieldOfALaterVersion", "x"],
  ]);
});
