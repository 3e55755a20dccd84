import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCollective, matchDepartment, splitDepartments } from "@/lib/imports/grammar/department-names";

const CITY = [
  { name: "市发展和改革委员会" },
  { name: "市住房和城乡建设局" },
  { name: "市自然资源和规划局" },
  { name: "市市场监督管理局" },
  { name: "市水利局" },
  { name: "市水务集团有限公司" },
  { name: "市残疾人联合会" },
  { name: "市国有资产监督管理委员会" },
  { name: "市数据局", formerNames: ["市大数据管理局"] },
  { name: "高新技术产业开发区管理委员会" },
  { name: "石桥区人民政府" },
  { name: "市公安局云岭分局" },
  { name: "Housing and Urban-Rural Development Bureau" },
  { name: "Transport Bureau" },
];

const nameOf = (text: string) => matchDepartment(text, CITY)?.department.name ?? null;

describe("matchDepartment", () => {
  it.each([
    ["市发改委", "市发展和改革委员会"],
    ["发展改革委", "市发展和改革委员会"],
    ["市 住 建 局", "市住房和城乡建设局"],
    ["住建局", "市住房和城乡建设局"],
    ["市资规局", "市自然资源和规划局"],
    ["市场监管局", "市市场监督管理局"],
    ["市残联", "市残疾人联合会"],
    ["市国资委", "市国有资产监督管理委员会"],
    ["市水务集团", "市水务集团有限公司"],
    ["市大数据管理局", "市数据局"],
    ["市大数据局", "市数据局"],
    ["高新区管委会", "高新技术产业开发区管理委员会"],
    ["石桥区", "石桥区人民政府"],
    ["公安分局", "市公安局云岭分局"],
    ["市数据局（市大数据中心）", "市数据局"],
    ["Transport Department", "Transport Bureau"],
    ["Housing & Urban-Rural Development", "Housing and Urban-Rural Development Bureau"],
    ["HURD Bureau", "Housing and Urban-Rural Development Bureau"],
  ])("finds %s", (text, name) => {
    expect(nameOf(text)).toBe(name);
  });

  it.each(["市水务局", "县发改委", "市规划局", "市经济研究院", "River Chief Office", "", "局"])(
    "does not know %s",
    (text) => {
      expect(nameOf(text)).toBeNull();
    },
  );

  it("says how it found the name and refuses two that fit equally", () => {
    expect(matchDepartment("市数据局", CITY)?.how).toBe("name");
    expect(matchDepartment("市大数据管理局", CITY)?.how).toBe("former-name");
    expect(matchDepartment("市发改委", CITY)?.how).toBe("abbreviation");
    expect(matchDepartment("石桥", [{ name: "石桥区人民政府" }, { name: "石桥镇人民政府" }])).toBeNull();
  });
});

describe("splitDepartments", () => {
  const split = (text: string) =>
    splitDepartments(text, CITY).map(
      (one) => one.match?.department.name ?? (one.isCollective ? one.text : `? ${one.text}`),
    );

  it("separates lists and keeps collectives whole", () => {
    expect(split("1.市住建局\n2.各县（市、区）")).toEqual(["市住房和城乡建设局", "各县（市、区）"]);
    expect(split("市住建局、市资规局；各县（市、区）人民政府")).toEqual([
      "市住房和城乡建设局",
      "市自然资源和规划局",
      "各县（市、区）人民政府",
    ]);
    expect(split("市住建局 市资规局")).toEqual(["市住房和城乡建设局", "市自然资源和规划局"]);
    expect(split("市住建局和市资规局")).toEqual(["市住房和城乡建设局", "市自然资源和规划局"]);
    expect(split("市水务局/市水利局")).toEqual(["? 市水务局", "市水利局"]);
    expect(split("—")).toEqual([]);
  });

  it("gives the offsets of each name", () => {
    const text = "市住建局、 市资规局";
    expect(splitDepartments(text, CITY).map(({ at, end }) => text.slice(at, end))).toEqual(["市住建局", "市资规局"]);
  });

  it("accepts any text", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => splitDepartments(text, CITY).length >= 0));
  });
});

it("knows collectives", () => {
  expect(["各镇（街道）", "各县区", "有关部门", "市直有关单位", "All districts"].every(isCollective)).toBe(true);
  expect(["市住建局", "Transport Bureau"].some(isCollective)).toBe(false);
});
