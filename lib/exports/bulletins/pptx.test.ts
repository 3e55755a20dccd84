// The slides of a bulletin: their headings and tables.
import JSZip from "jszip";
import { expect, it } from "vitest";
import { bulletinDocument } from "@/lib/bulletins/document";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { aMilestoneChart } from "@/testing/chart-builders";
import { bulletinToPptx } from "./pptx";

const PROBLEMS = "征地拆迁进度慢，部分地块未交地，资金尚未到位，审批手续未办结。".repeat(2);
const rows = Array.from({ length: 12 }, (_, index) =>
  aBulletinRow({ code: `B${index}`, light: "behind", lightBefore: "on-track", freshness: "late", problems: PROBLEMS }),
);
const bulletin = aBulletinOf(rows);

async function slidesOf(): Promise<string[]> {
  const zip = await JSZip.loadAsync(
    await bulletinToPptx(bulletinDocument(bulletin, [], "zh-CN"), bulletin.facts, [], []),
  );
  const names = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  return Promise.all(names.map(async (name) => (await zip.file(name)?.async("string")) ?? ""));
}

const textsOf = (xml: string) => [...xml.matchAll(/<a:t>(.*?)<\/a:t>/g)].map(([, text]) => text);

it("has tables of what is behind, late and changed, under headings without numbers", async () => {
  const slides = await slidesOf();
  const headings = slides.filter((slide) => slide.includes("<a:tbl>")).map((slide) => textsOf(slide)[0]);
  expect([...new Set(headings)]).toEqual(["进度滞后的事项", "逾期未报情况", "进度变化情况"]);
  expect(textsOf(slides[1] ?? "")[0]).toBe("总体情况");
});

it("names the promise, the latest value, problems and next step of a target", async () => {
  const row = aBulletinRow({ code: "A-09", problems: "资金不足\n审批慢", nextStep: "推进审批" });
  const one = aBulletinOf([row]);
  const model = prepareTargetChart(aMilestoneChart({ code: "A-09" }));
  const document = bulletinDocument(one, [], "zh-CN");
  const zip = await JSZip.loadAsync(await bulletinToPptx(document, one.facts, [], [{ code: "A-09", model }]));
  const names = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const slides = await Promise.all(names.map(async (name) => (await zip.file(name)?.async("string")) ?? ""));
  const texts = textsOf(slides.find((slide) => slide.includes("A-09")) ?? "");
  expect(texts.join("|")).toContain("承诺：402亿元");
  expect(texts).toEqual(
    expect.arrayContaining(["最新值", "289.8亿元", "存在问题：资金不足", "审批慢", "下一步：推进审批"]),
  );
});

it("leaves line breaks in cells to the program, and space above the foot", async () => {
  const slides = (await slidesOf()).filter((slide) => slide.includes("<a:tbl>"));
  expect(slides.flatMap(textsOf)).toContain(PROBLEMS);
  for (const slide of slides) {
    const heights = [...slide.matchAll(/<a:tr h="(\d+)"/g)].map(([, height]) => Number(height) / 914_400);
    expect(1.35 + heights.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(6.65);
  }
});
