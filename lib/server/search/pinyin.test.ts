import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import { describe, expect, it } from "vitest";
import { initialsPattern, syllablePattern } from "./pinyin";

const finds = (pattern: string | null, text: string) => pattern !== null && new RegExp(pattern, "u").test(text);
const bySyllables = (word: string, text: string) => finds(syllablePattern(word), text);
const byInitials = (word: string, text: string) => finds(initialsPattern(word), text);

describe("syllablePattern", () => {
  it.each([
    ["jiaotong", "大交通完成投资"],
    ["JiaoTong", "大交通完成投资"],
    ["ｊｉａｏｔｏｎｇ", "大交通完成投资"],
    ["jiaotong", "大交通運輸"],
    ["xian", "先进制造"],
    ["xian", "西安路"],
    ["xi'an", "西安路"],
    ["xi’an", "西安路"],
    ["lvse", "绿色货运"],
    ["lüse", "绿色货运"],
    ["hangye", "行业"],
    ["xingzheng", "行政"],
    ["zhongdian", "重点项目"],
    ["chongfu", "重复"],
    ["changjiang", "长江"],
    ["zengzhang", "增长"],
    ["zhongrui", "中“瑞"],
  ])("finds %s in %s", (word, text) => {
    expect(bySyllables(word, text)).toBe(true);
  });

  it.each([
    ["an", "联合"],
    ["xi'an", "先进"],
    ["jiaoton", "交通"],
    ["jiaotong", "交 — 通"],
    ["tongjiao", "交通"],
    ["iao", "交"],
    ["e", "额"],
    ["jiaotong2", "交通2"],
    ["jiao tong", "交通"],
    ["[jiao]", "交"],
    ["", "交通"],
    ["'", "交通"],
  ])("does not find %s in %s", (word, text) => {
    expect(bySyllables(word, text)).toBe(false);
  });

  it("finds every Chinese text by its own pinyin", () => {
    const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
    const text = fc.array(character, { minLength: 1, maxLength: 5 }).map((characters) => characters.join(""));
    fc.assert(
      fc.property(text, (characters) => {
        const readings = pinyin(characters, { toneType: "none", type: "array", v: true });
        fc.pre(readings.every((one) => /^[a-z]+$/.test(one)) && readings.join("").length > 1);
        expect(bySyllables(readings.join("'"), characters)).toBe(true);
      }),
    );
  });

  it("is a valid and bounded pattern, or none, for any text", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."xiangue'ao"), maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ maxLength: 40 })), (word) => {
        for (const pattern of [syllablePattern(word), initialsPattern(word)]) {
          if (pattern === null) continue;
          expect(() => new RegExp(pattern, "u")).not.toThrow();
          expect(pattern.length).toBeLessThan(200_000);
        }
      }),
    );
  });
});

describe("initialsPattern", () => {
  it.each([
    ["jt", "大交通完成投资"],
    ["djtwctz", "大交通完成投资"],
    ["DJT", "大交通完成投资"],
    ["zdxm", "重点项目"],
    ["cdxm", "重点项目"],
  ])("finds %s in %s", (word, text) => {
    expect(byInitials(word, text)).toBe(true);
  });

  it.each([
    ["dt", "大交通"],
    ["j", "交通"],
    ["jut", "交通"],
    ["j1", "交1"],
    ["jjjjjjjjjjjjjjjjj", "交".repeat(17)],
  ])("does not find %s in %s", (word, text) => {
    expect(byInitials(word, text)).toBe(false);
  });

  it("finds an abbreviation with a gap", () => {
    expect(finds(initialsPattern("jtj", ".*"), "市交通运输局")).toBe(true);
  });
});
