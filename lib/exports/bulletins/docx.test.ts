// The named styles of a Word file: a style changed in Word changes every text that has it.
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { bulletinDocument } from "@/lib/bulletins/document";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import type { Language } from "@/lib/i18n/languages";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { aRankChart } from "@/testing/chart-builders";
import { bulletinToDocx } from "./docx";

async function partsOf(lang: Language) {
  const requirements =
    "总的要求。\n（一）压实责任\n1. 主要负责同志负总责\n2. 每月调度一次。\n（二）强化调度。每月一次。";
  const rows = ["A", "B"].map((code) => aBulletinRow({ code, light: "behind", problems: "资金不足" }));
  const copyTo = { "zh-CN": "市委办公室", en: "Party office" };
  const bulletin = { ...aBulletinOf(rows, { copyTo }), prose: { [lang]: { requirements } } };
  const charts = [{ code: "A", model: prepareTargetChart(aRankChart()) }];
  const zip = await JSZip.loadAsync(await bulletinToDocx(bulletinDocument(bulletin, [], lang), charts));
  const read = async (path: string) => (await zip.file(`word/${path}.xml`)?.async("string")) ?? "";
  return { document: await read("document"), styles: await read("styles"), footer: await read("footer1") };
}

/** The name of each style by its id. */
function namesOf(styles: string): Map<string, string> {
  const found = styles.matchAll(/<w:style [^>]*w:styleId="([^"]+)"[^>]*><w:name w:val="([^"]+)"/g);
  return new Map([...found].map(([, id = "", name = ""]) => [id, name]));
}

/** Each paragraph's style and text. */
function paragraphsOf(xml: string): { style: string | undefined; text: string }[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(one)?.[1],
    text: [...one.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map(([, text]) => text).join(""),
  }));
}

describe.each(["zh-CN", "en"] as const)("a Word bulletin in %s", (lang) => {
  it("formats text by styles only", async () => {
    const { document, footer } = await partsOf(lang);
    for (const part of [document, footer]) {
      expect(part).toContain("<w:pStyle");
      expect(part.match(/<w:(rFonts|sz|szCs|b|i|ind|spacing|pBdr)[ />]/g)).toBeNull();
    }
  });

  it("names a defined style in each paragraph", async () => {
    const { document, styles } = await partsOf(lang);
    const names = namesOf(styles);
    const paragraphs = paragraphsOf(document);
    expect(paragraphs.length).toBeGreaterThan(40);
    expect(paragraphs.filter(({ style }) => style === undefined || !names.has(style))).toEqual([]);
  });
});

describe("the styles of a Word bulletin", () => {
  it("have the names of the parts of an official document", async () => {
    const { document, styles } = await partsOf("zh-CN");
    const names = namesOf(styles);
    const found = paragraphsOf(document).map(({ style = "" }) => names.get(style));
    expect([...new Set(found)]).toEqual([
      "发文机关标志",
      "发文字号",
      "编发单位和日期",
      "公文标题",
      "主送机关",
      "一级标题",
      "公文正文",
      "表头",
      "表格文字",
      "表后间距",
      "二级标题",
      "三级标题",
      "结束语",
      "附件说明",
      "附件说明（续）",
      "发文机关署名",
      "成文日期",
      "图片",
      "caption",
      "抄送机关",
      "印发机关和日期",
    ]);
  });

  it("put headings of three levels into the navigation pane, and sentences into none", async () => {
    const { document, styles } = await partsOf("zh-CN");
    const of = (id: string) => paragraphsOf(document).filter(({ style }) => style === id);
    expect(of("level1").map(({ text }) => text.slice(0, 2))).toContain("一、");
    expect(of("level2").map(({ text }) => text)).toEqual(["（一）压实责任"]);
    expect(of("level3").map(({ text }) => text)).toEqual(["1. 主要负责同志负总责"]);
    expect(of("body").map(({ text }) => text)).toContain("（二）强化调度。每月一次。");
    expect(styles).toMatch(/w:styleId="level1"><w:name w:val="一级标题"\/><w:basedOn w:val="Heading1"/);
    expect(styles).toMatch(/w:styleId="Heading3">.*?<w:outlineLvl w:val="2"\/>/s);
  });

  it("adds no space between Chinese and digits in tables, whose columns are as wide as a day", async () => {
    const { styles } = await partsOf("zh-CN");
    for (const id of ["tableHead", "tableCell"]) {
      expect(styles).toMatch(new RegExp(`w:styleId="${id}">(?:(?!</w:style>).)*<w:autoSpaceDN w:val="false"/>`, "s"));
    }
  });

  it("has its footnote after the first sentence of the text", async () => {
    const { document } = await partsOf("zh-CN");
    const before = document.slice(0, document.indexOf("<w:footnoteReference"));
    expect(before.match(/<w:t[^>]*>([^<]*)<\/w:t>/g)?.at(-1)).toMatch(/涉及1个部门。</);
  });
});
