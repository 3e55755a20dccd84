import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfSerial, findDeadlines } from "@/lib/imports/grammar/deadlines";

const days = (text: string, year = 2024) =>
  findDeadlines(text, year).map(({ at, end, on, fault }) => [text.slice(at, end), on ?? fault]);

describe("findDeadlines", () => {
  it.each([
    ["10月底前", "2024-10-31"],
    ["9月", "2024-09-30"],
    ["十月底", "2024-10-31"],
    ["12月上旬", "2024-12-10"],
    ["12月中旬", "2024-12-20"],
    ["2月下旬", "2024-02-29"],
    ["6月30日前", "2024-06-30"],
    ["2024 年 6 月 30 日前", "2024-06-30"],
    ["二〇二四年六月三十日", "2024-06-30"],
    ["２０２４年８月底前", "2024-08-31"],
    ["24年6月底", "2024-06-30"],
    ["2022/23", "2023-03-31"],
    ["2022/12", "2022-12-31"],
    ["明年3月", "2025-03-31"],
    ["一季度", "2024-03-31"],
    ["三季度末", "2024-09-30"],
    ["前三季度", "2024-09-30"],
    ["上半年", "2024-06-30"],
    ["全年", "2024-12-31"],
    ["年底前", "2024-12-31"],
    ["2025年", "2025-12-31"],
    ["2025年底前", "2025-12-31"],
    ["“十四五”末", "2025-12-31"],
    ["2024年1-5月", "2024-05-31"],
    ["国庆节前", "2024-09-30"],
    ["2024.6.30", "2024-06-30"],
    ["2024/6", "2024-06-30"],
    ["2024.10", "2024-10-31"],
    ["20240630", "2024-06-30"],
    ["6.30前", "2024-06-30"],
    ["31/12/2024", "2024-12-31"],
    ["by the end of 2025", "2025-12-31"],
    ["by March 2029", "2029-03-31"],
    ["28 June 2024", "2024-06-28"],
    ["June 30, 2024", "2024-06-30"],
    ["End of Q3 2024", "2024-09-30"],
    ["Sep 2024", "2024-09-30"],
    ["Dec-24", "2024-12-31"],
    ["by year-end", "2024-12-31"],
    ["FY 2024/25", "2025-03-31"],
    ["In 2024-25", "2025-03-31"],
  ])("reads %s as %s", (text, on) => {
    expect(days(text)).toEqual([[text, on]]);
  });

  it("names what is wrong with a date", () => {
    expect(days("2月30日前")).toEqual([["2月30日前", "impossible"]]);
    expect(days("2024年13月底")).toEqual([["2024年13月底", "impossible"]]);
    expect(days("31/02/2024")).toEqual([["31/02/2024", "impossible"]]);
    expect(days("2024.1")).toEqual([["2024.1", "ambiguous"]]);
    expect(days("汛期前")).toEqual([["汛期前", "ambiguous"]]);
  });

  it("finds several deadlines with their offsets", () => {
    expect(days("1.燃气管网10月底前\n2.烟感报警器6月底前")).toEqual([
      ["10月底前", "2024-10-31"],
      ["6月底前", "2024-06-30"],
    ]);
  });

  it("finds nothing in words without a date", () => {
    for (const text of ["持续推进", "5个月内", "24小时", "12-15", "may start", "PM2.5", "3.5亿元"]) {
      expect(days(text)).toEqual([]);
    }
  });

  it("accepts any text", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => findDeadlines(text, 2024).length >= 0));
  });
});

it("reads spreadsheet serial numbers", () => {
  expect(dayOfSerial(45473)).toBe("2024-06-30");
  expect(dayOfSerial(12)).toBeNull();
  expect(dayOfSerial(Number.NaN)).toBeNull();
});
