import { expect, it } from "vitest";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { type Bulletin, bulletinDocument } from "./document";
import { listMissingTexts, listUsualHeadings } from "./missing-texts";

const both = (text: string) => ({ "zh-CN": text, en: text });

function textOf(bulletin: Bulletin, key: string, lang: "zh-CN" | "en"): string {
  return bulletinDocument(bulletin, [], lang).sections.find((section) => section.key === key)?.text ?? "";
}

it("prints a text of one language in the other as written, with a note, and lists it as missing", () => {
  const bulletin = {
    ...aBulletinOf([aBulletinRow({ code: "A" })]),
    prose: { "zh-CN": { summary: "总体平稳。", closing: "完。" } },
  };
  expect(textOf(bulletin, "summary", "en")).toBe("(In Chinese, as written by the office)\n总体平稳。");
  expect(bulletinDocument(bulletin, [], "en")).toMatchObject({
    closing: "(In Chinese, as written by the office)\n完。",
    isClosingUntranslated: true,
  });
  expect(listMissingTexts(bulletin)).toEqual([
    { part: "text", key: "summary", lang: "en" },
    { part: "text", key: "closing", lang: "en" },
  ]);
  const translated = { ...bulletin, prose: { ...bulletin.prose, en: { summary: "Steady.", closing: "End." } } };
  expect(listMissingTexts(translated)).toEqual([]);
  expect(textOf(translated, "summary", "en")).toBe("Steady.");
});

it("prints texts of the template in one language with a note in the other, and lists them as missing", () => {
  const chinese = (text: string) => ({ "zh-CN": text, en: "" });
  const bulletin = aBulletinOf([aBulletinRow({ code: "A", title: both("大交通完成投资") })], {
    sections: ["summary", "own-1", "requirements"],
    headings: { "own-1": both("1") },
    ownTexts: { "own-1": chinese("{month}完成自查。") },
    requirements: chinese("压实责任。"),
    copyTo: chinese("市委办公室"),
    printedBy: chinese("市政府办公室"),
  });
  const note = "(In Chinese, as written by the office)";
  expect(textOf(bulletin, "own-1", "en")).toBe(`${note}\nSeptember 2023完成自查。`);
  expect(textOf(bulletin, "requirements", "en")).toBe(`${note}\n压实责任。`);
  expect(textOf(bulletin, "requirements", "zh-CN")).toBe("压实责任。");
  expect(bulletinDocument(bulletin, [], "en")).toMatchObject({
    copyToText: "Copy to: 市委办公室 (in Chinese, as written by the office)",
    printedBy: "市政府办公室 (in Chinese, as written by the office)",
  });
  expect(listMissingTexts(bulletin)).toEqual([
    { part: "text", key: "requirements", lang: "en" },
    { part: "text", key: "own-1", lang: "en" },
    { part: "line", key: "copyTo", lang: "en" },
    { part: "line", key: "printedBy", lang: "en" },
    { part: "titles", codes: ["A"], lang: "en" },
  ]);
  const shortened = { ...bulletin, template: { ...bulletin.template, sections: ["summary"] as const } };
  expect(listMissingTexts(shortened).map(({ part }) => part)).toEqual(["line", "line", "titles"]);
});

it("lists the headings that were changed in one language only", () => {
  const bulletin = aBulletinOf([aBulletinRow({ code: "A" })], {
    sections: ["summary", "departments"],
    headings: {
      summary: { "zh-CN": "总体进展", en: "" },
      departments: { "zh-CN": "各部门", en: "Departments" },
      changed: { "zh-CN": "", en: "What changed" },
    },
  });
  expect(listUsualHeadings(bulletin)).toEqual([{ key: "summary", lang: "en" }]);
  const { sections } = bulletinDocument(bulletin, [], "en");
  expect(sections[0]?.heading).toBe("1. Summary");
});
