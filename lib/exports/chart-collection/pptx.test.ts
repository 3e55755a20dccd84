import JSZip from "jszip";
import { expect, it } from "vitest";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { aMilestoneChart, aRevisedCumulativeChart } from "@/testing/chart-builders";
import { collectionToPptx } from "./pptx";

it.each([
  ["zh-CN", "目录", "2023年目标不少于402亿元"],
  ["en", "Index", "2023 target at least CNY 40.2 billion"],
] as const)("slides have an index and a finding for each chart, %s", async (lang, heading, finding) => {
  const models = [
    prepareTargetChart(aRevisedCumulativeChart({ lang })),
    prepareTargetChart(aMilestoneChart({ lang, code: "A-08" })),
  ];
  const charts = models.map((model) => ({ code: model.key, owner: "海门区", model }));
  const bytes = await collectionToPptx({ lang, title: "图集", about: "共2图", charts });
  const zip = await JSZip.loadAsync(bytes);
  const textOf = async (slide: number) => {
    const xml = (await zip.file(`ppt/slides/slide${slide}.xml`)?.async("string")) ?? "";
    return [...xml.matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text).join("|");
  };
  expect(await textOf(2)).toContain(heading);
  expect(await textOf(2)).toContain("A-07");
  expect(await textOf(2)).toContain("A-08");
  expect(await textOf(3)).toContain(finding);
  expect(await textOf(4)).toContain(lang === "en" ? "all 4 steps done" : "节点");
});
