import { expect, test } from "vitest";
import { extractDocument } from "@/lib/imports/documents/extract";
import { toExtractionJson } from "@/lib/imports/documents/extraction-json";
import { matchDepartment } from "@/lib/imports/grammar/department-names";
import { seedDepartments } from "@/prisma/seed-data/departments";
import { seedSource } from "@/prisma/seed-data/page";

/** The whole page as one text, as a clerk pastes it. */
const page = seedSource.essays.flatMap(({ title, paragraphs }) => [title ?? "", ...paragraphs]).join("\n");
const extraction = extractDocument(page, { year: 2023 });

function ownerSlug(owner: string | undefined): string | undefined {
  return owner === undefined ? undefined : matchDepartment(owner, seedDepartments)?.department.slug;
}

const rows = toExtractionJson(page, extraction.commitments).map((one) =>
  [
    ownerSlug(one.owner),
    one.metric,
    one.comparator,
    `${one.value}${one.unit}`,
    one.stretchValue,
    one.growthPct === undefined ? undefined : `${one.growthComparator} ${one.growthPct}%`,
    one.kind,
    one.year,
  ].filter((part) => part !== undefined),
);

test("proposes the eight targets of the page and nothing else as targets", () => {
  expect(rows.filter((row) => row.includes("target"))).toEqual([
    ["commerce", "常态化拜访驻沪跨国公司总部和境外驻沪使领馆", "eq", "891家", "target", 2023],
    ["transport", "大交通重点项目", "eq", "88个", "target", 2023],
    ["transport", "投资", "eq", "402亿元", "approx 27%", "target", 2023],
    ["transport", "投资总量在全省份额", "rank", "2位", 1, "target", 2023],
    ["hitech", "科创母基金规模", "gt", "10亿元", "target", 2023],
    ["hitech", "科创载体扩容", "eq", "100万平方米", "target", 2025],
    ["haimen", "新开工5亿元以上项目", "gte", "30个", "target", 2023],
    ["haimen", "落实落细海门营商环境优化提升举措", "eq", "70条", "target", 2023],
  ]);
});

test("proposes the seven results of 2022 and nothing else as results", () => {
  expect(rows.filter((row) => row.includes("actual"))).toEqual([
    ["commerce", "新签约并注册重点项目", "eq", "502个", "actual", 2022],
    ["commerce", "超10亿内资项目", "eq", "145个", "eq 35%", "actual", 2022],
    ["commerce", "超亿美元外资项目", "eq", "38个", "eq 52%", "actual", 2022],
    ["commerce", "实际使用外资", "eq", "29.5亿美元", "actual", 2022],
    ["commerce", "制造业外资占比", "eq", "55%", "actual", 2022],
    ["commerce", "新招引央企国企、世界500强、上市公司等项目占比", "approx", "30%", "actual", 2022],
    ["commerce", "上海、苏南项目占市内外内资项目", "gt", "60%", "actual", 2022],
  ]);
});

test("keeps the place among five cities as a remark of its figure", () => {
  const share = extraction.commitments.find(({ metric }) => metric === "制造业外资占比");
  expect(share?.rank?.value).toBe("1");
});

test("proposes plans, documents and works without a figure as milestones", () => {
  const texts = extraction.milestones.map(({ clause }) => clause.text);
  expect(texts).toEqual(
    expect.arrayContaining([
      "研究编制《南通市科技创新促进条例》",
      "出台深化拓展招商引资突破年若干措施",
      "制订“一产一策”“一产一园”“一产一基金”推进方案",
      "推动中天钢铁二期二步等重大项目开工建设",
      "全力推进省船舶与海工技术创新中心、省药监局审评核查工作站建设运营",
    ]),
  );
});
