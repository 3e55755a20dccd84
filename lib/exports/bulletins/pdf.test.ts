// The structure that a screen reader finds in a PDF.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { bulletinDocument } from "@/lib/bulletins/document";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { chartToPdf } from "@/lib/exports/pdf";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { aRankChart } from "@/testing/chart-builders";
import { bulletinToPdf } from "./pdf";

interface Tagged {
  readonly role: string;
  readonly alt?: string;
  readonly text: string;
}

type Node = { role?: string; alt?: string; type?: string; id?: string; children?: Node[] };
type Item = { type?: string; id?: string; str?: string };

const open = (bytes: Uint8Array) => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;

/** Every element with the text inside it, page by page; and the text outside all elements. */
async function readTags(bytes: Uint8Array) {
  const pdf = await open(bytes);
  const elements: Tagged[] = [];
  let artifacts = "";
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const texts = new Map<string, string>();
    const marks: (string | null)[] = [];
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    for (const { type, id, str } of items as Item[]) {
      if (type?.startsWith("begin")) marks.push(id ?? null);
      else if (type === "endMarkedContent") marks.pop();
      else {
        const mark = marks.findLast((one) => one !== null);
        if (mark) texts.set(mark, (texts.get(mark) ?? "") + (str ?? ""));
        else artifacts += str ?? "";
      }
    }
    const textOf = ({ type, id = "", children = [] }: Node): string =>
      type === "content" ? (texts.get(id) ?? "") : children.map(textOf).join("");
    const visit = (node: Node): void => {
      const { role, alt, children = [] } = node;
      if (role !== undefined) elements.push({ role, text: textOf(node).trim(), ...(alt !== undefined && { alt }) });
      children.forEach(visit);
    };
    visit((await page.getStructTree()) as Node);
  }
  const catalog = { marked: await pdf.getMarkInfo(), language: (await pdf.getMetadata()).info };
  await pdf.destroy();
  return { elements, artifacts, catalog };
}

const rows = Array.from({ length: 40 }, (_, index) =>
  aBulletinRow({ code: `T-${index}`, light: "behind", problems: "资金不足" }),
);
const requirements = "（一）压实责任\n1. 主要负责同志负总责\n（二）强化调度。每月一次。";
const bulletin = { ...aBulletinOf(rows), prose: { "zh-CN": { requirements } } };
const chart = prepareTargetChart(aRankChart());

describe("the tags of a PDF bulletin", () => {
  it("are headings, paragraphs, tables with header cells, and figures with alternative text", async () => {
    const bytes = await bulletinToPdf(bulletinDocument(bulletin, [], "zh-CN"), [{ code: "T-1", model: chart }]);
    const { elements, catalog } = await readTags(bytes);
    const textsOf = (role: string) => elements.filter((one) => one.role === role).map(({ text }) => text);
    expect(catalog.marked).toMatchObject({ Marked: true });
    expect(catalog.language).toMatchObject({ Title: "2023年9月通报", Language: "zh-CN" });
    expect(textsOf("H1")).toEqual(["2023年9月通报"]);
    expect(textsOf("H2").map((text) => text.slice(0, 2))).toEqual([
      "一、",
      "二、",
      "三、",
      "四、",
      "五、",
      "附件",
      "附件",
    ]);
    expect(textsOf("H3")).toEqual(["（一）压实责任"]);
    expect(textsOf("H4")).toEqual(["1. 主要负责同志负总责"]);
    expect(textsOf("P")).toContain("（二）强化调度。每月一次。");
    expect(textsOf("TH")).toContain("责任部门");
    expect(textsOf("TD").filter((text) => text === "T-39")).toEqual(["T-39"]);
    const figures = elements.filter(({ role }) => role === "Figure");
    expect(figures.map(({ alt }) => alt)).toEqual([`T-1 ${chart.description}`]);
    expect(figures[0]?.text).toContain("第2位");
  }, 60_000);

  it("leave out page numbers and the header that a table repeats", async () => {
    const { elements, artifacts } = await readTags(await bulletinToPdf(bulletinDocument(bulletin, [], "zh-CN"), []));
    expect(artifacts).toContain("— 1 —");
    expect(artifacts).toContain("责任部门");
    expect(artifacts).not.toContain("督查");
    expect(elements.filter(({ role, text }) => role === "TH" && text === "数据截至日")).toHaveLength(1);
  }, 60_000);

  it("have the notes at the foot of the first page, marked at the first paragraph, and nothing after the signature", async () => {
    const sample = { ...bulletin, facts: { ...bulletin.facts, rows: rows.map((row) => ({ ...row, sample: true })) } };
    const document = bulletinDocument(sample, [], "zh-CN");
    const pdf = await open(await bulletinToPdf(document, []));
    const linesOf = async (number: number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      return (items as { str: string; transform: number[] }[]).filter(({ str }) => str.trim() !== "");
    };
    const first = await linesOf(1);
    const text = first.map(({ str }) => str).join("");
    expect(text).toMatch(/截至2023年9月30日.*①.*① 数据截止日：2023年9月30日本通报所列进展为示例数据/);
    const baselines = first.map(({ transform }) => transform[5] ?? 0);
    const notes = first.findIndex(({ str }) => str.startsWith("① "));
    const number = first.findIndex(({ str }) => str.includes("— 1 —"));
    const body = baselines.filter((_, index) => index < notes);
    expect(Math.min(...body)).toBeGreaterThan(baselines[notes] ?? 0);
    expect(baselines[notes]).toBeGreaterThan(baselines[number] ?? 0);
    for (let page = 2; page <= pdf.numPages; page += 1)
      expect((await linesOf(page)).map(({ str }) => str).join("")).not.toContain("数据截止日");
    await pdf.destroy();
  }, 60_000);

  it("have the heading of a single last paragraph on its page, wherever that page ends", async () => {
    const both = (text: string) => ({ "zh-CN": text, en: text });
    for (let lines = 8; lines <= 24; lines += 1) {
      const short = aBulletinOf([aBulletinRow({ code: "A" })], {
        sections: ["own-1", "requirements"],
        headings: { "own-1": both("自查") },
        ownTexts: { "own-1": both(Array.from({ length: lines }, () => "完成。").join("\n")) },
        requirements: both("各部门抓紧整改。"),
      });
      const pdf = await open(await bulletinToPdf(bulletinDocument(short, [], "zh-CN"), []));
      const texts: string[] = [];
      for (let page = 1; page <= pdf.numPages; page += 1) {
        const { items } = await (await pdf.getPage(page)).getTextContent();
        texts.push((items as Item[]).map(({ str = "" }) => str).join(""));
      }
      await pdf.destroy();
      const page = texts.findIndex((text) => text.includes("工作要求"));
      expect(texts[page], `${lines} lines`).toContain("各部门抓紧整改。");
    }
  }, 60_000);

  it("leave the metadata valid for any title", async () => {
    const title = '通报 <一> & "二"';
    const bytes = await bulletinToPdf({ ...bulletinDocument(bulletin, [], "zh-CN"), title, sections: [] }, []);
    const pdf = await open(bytes);
    const { info, metadata } = await pdf.getMetadata();
    await pdf.destroy();
    expect(info).toMatchObject({ Title: title });
    expect(metadata?.get("dc:title")).toBe(title);
    expect(Buffer.from(bytes).toString()).toContain("通报 &lt;一&gt; &amp; &quot;二&quot;");
  });

  it("describe a single chart", async () => {
    const { elements } = await readTags(await chartToPdf(chart, { width: 590, height: 350, theme: "print" }));
    expect(elements.map(({ role, alt }) => [role, alt])).toEqual([
      ["Root", undefined],
      ["Document", undefined],
      ["Figure", chart.description],
    ]);
  });
});
