import { expect, it } from "vitest";
import { readDepartmentList } from "@/lib/imports/department-list";

const rows = (...lines: readonly (readonly string[])[]) => lines.map((cells, index) => ({ line: index + 1, cells }));
const names = (...lines: readonly (readonly string[])[]) =>
  readDepartmentList(rows(...lines))?.map(({ line, values }) => `${line} ${values.name}`) ?? null;

it("reads one name per line, numbered or not, below a title", () => {
  expect(names(["市直部门名单"], ["1. 市教育局"], ["（二）市科技局"], ["③市财政局"], ["市水利局"])).toEqual([
    "2 市教育局",
    "3 市科技局",
    "4 市财政局",
    "5 市水利局",
  ]);
});

it("leaves out the headings of groups in a numbered list", () => {
  expect(
    names(["一、市政府组成部门"], ["1.市教育局"], ["（二）直属事业单位："], ["1.市档案馆"], ["三、市信访局"]),
  ).toEqual(["2 市教育局", "4 市档案馆", "5 市信访局"]);
});

it("ignores a column of numbers", () => {
  expect(names(["1", "市教育局"], ["2", "市科技局"])).toEqual(["1 市教育局", "2 市科技局"]);
});

it("divides a line at separators, and a single row at its cells", () => {
  expect(names(["市教育局、市科技局；市财政局"])).toEqual(["1 市教育局", "1 市科技局", "1 市财政局"]);
  expect(names(["市教育局", "市科技局"])).toEqual(["1 市教育局", "1 市科技局"]);
});

it("removes the number of each name, also where it ends with a separator", () => {
  expect(names(["1、市教育局"], ["2、市科技局"])).toEqual(["1 市教育局", "2 市科技局"]);
  expect(names(["1. 市教育局；2. 市科技局"])).toEqual(["1 市教育局", "1 市科技局"]);
});

it("keeps an English name with a comma whole", () => {
  expect(names(["Housing", "Urban and Rural Development"], ["Transport Bureau"])).toEqual([
    "1 Housing, Urban and Rural Development",
    "2 Transport Bureau",
  ]);
});

it("is null for another table", () => {
  expect(names(["市教育局", "张三"], ["市科技局", "李四"])).toBeNull();
});
