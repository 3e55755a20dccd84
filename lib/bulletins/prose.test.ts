import { describe, expect, it } from "vitest";
import { bulletinTemplateSchema } from "@/lib/schemas/bulletin";
import { aBulletinOf, aBulletinRow } from "@/testing/bulletin-builders";
import { type Bulletin, bulletinDocument, rowsWithChart } from "./document";
import { splitLead, splitSentence } from "./paragraphs";

const both = (text: string) => ({ "zh-CN": text, en: text });

const commerce = { slug: "commerce", name: { "zh-CN": "市商务局", en: "Commerce Bureau" } };
const LAGGING = aBulletinRow({
  code: "B",
  owner: commerce,
  title: { "zh-CN": "深入实施“八大工程”", en: "Carry out the “eight programmes”" },
  light: "behind",
  gapText: { "zh-CN": "−9亿元", en: "−CNY 900 million" },
  problems: "一、审批较慢。\n二、资金未到位；",
  nextStep: "分片推进。",
});

function textOf(bulletin: Bulletin, key: string, lang: "zh-CN" | "en"): string {
  return bulletinDocument(bulletin, [], lang).sections.find((section) => section.key === key)?.text ?? "";
}

describe("the text of a bulletin", () => {
  it("states each target behind with its promise, value, date, completion, gap, problems and next step", () => {
    const bulletin = aBulletinOf([aBulletinRow({ code: "A" }), LAGGING]);
    expect(textOf(bulletin, "behind", "zh-CN").split("\n")).toEqual([
      "进度滞后的事项共1项，存在问题和下一步措施均为责任部门报送原文。",
      "1．市商务局“深入实施‘八大工程’”。目标为402亿元，截至2023年9月26日为289.8亿元，完成72.1%，慢于序时进度，相差9亿元。存在问题：一、审批较慢；二、资金未到位。下一步：分片推进。",
    ]);
    expect(textOf(bulletin, "behind", "en").split("\n")[1]).toBe(
      "1. Commerce Bureau, “Carry out the ‘eight programmes’”: the target is CNY 40.2 billion; by 26 Sep 2023 it was CNY 28.98 billion, 72.1% complete; behind schedule by CNY 900 million. Problems (in Chinese, as written by the department): 一、审批较慢; 二、资金未到位. Next step (in Chinese, as written by the department): 分片推进.",
    );
  });

  it("says that nothing was approved or given, and never prints a zero for it", () => {
    const silent = aBulletinRow({
      code: "C",
      light: "missed",
      valueText: null,
      value: null,
      asOf: null,
      completionRatio: null,
    });
    expect(textOf(aBulletinOf([silent]), "behind", "zh-CN").split("\n")[1]).toBe(
      "1．市交通运输局“大交通完成投资”。目标为402亿元，尚无经审核的进展，未按期完成。",
    );
  });

  it.each([
    ["above", "plan", "behind", "高于序时进度要求，相差9亿元。", "above the planned course by CNY 900 million."],
    ["above", "figure", "far-behind", "高于目标要求，相差9亿元。", "above the target by CNY 900 million."],
    ["below", "figure", "behind", "低于目标要求，相差9亿元。", "below the target by CNY 900 million."],
    ["above", "figure", "missed", "未按期完成，高出目标9亿元。", "overdue, above the target by CNY 900 million."],
  ] as const)("says %s for a gap from the %s that is %s: it is not slow", (side, from, light, chinese, english) => {
    const row = { ...LAGGING, light, gapPlace: { side, from }, problems: "", nextStep: "" };
    const [, zh = ""] = textOf(aBulletinOf([row]), "behind", "zh-CN").split("\n");
    const [, en = ""] = textOf(aBulletinOf([row]), "behind", "en").split("\n");
    expect(zh).toContain(`，${chinese}`);
    expect(zh).not.toContain("慢于");
    expect(en).toContain(`; ${english}`);
  });

  const STEPS = {
    kind: "milestone",
    valueText: { "zh-CN": "2个节点", en: "2 steps" },
    value: "2",
    completionRatio: 0.5,
  } as const;
  const ANSWER = { kind: "yes-no", valueText: { "zh-CN": "否", en: "No" }, value: "0", completionRatio: null } as const;
  const STEP_GAP = { "zh-CN": "−1个节点", en: "−1 step" };
  it.each([
    [
      "steps",
      { ...STEPS, light: "missed", gapText: STEP_GAP },
      "目标为402亿元，截至2023年9月26日已完成2个节点，完成率50%，未按期完成，与目标相差1个节点。",
      "the target is CNY 40.2 billion; by 26 Sep 2023, 2 steps had been completed (50%); overdue, short of the target by 1 step.",
    ],
    [
      "no step",
      { ...STEPS, value: "0", light: "far-behind", gapText: STEP_GAP },
      "目标为402亿元，截至2023年9月26日各节点均未完成，明显慢于序时进度，相差1个节点。",
      "the target is CNY 40.2 billion; by 26 Sep 2023, no step had been completed; far behind schedule by 1 step.",
    ],
    [
      "an answer",
      { ...ANSWER, light: "missed", dueOn: LAGGING.asOf ?? LAGGING.dueOn },
      "应于2023年9月26日前办成，截至2023年9月26日尚未办成，未按期完成。",
      "to be done by 26 Sep 2023; not done by 26 Sep 2023; overdue.",
    ],
    [
      "a value behind for another cause than its gap",
      { light: "behind", gapText: { "zh-CN": "+2亿元", en: "+CNY 200 million" } },
      "目标为402亿元，截至2023年9月26日为289.8亿元，完成72.1%，慢于序时进度。",
      "the target is CNY 40.2 billion; by 26 Sep 2023 it was CNY 28.98 billion, 72.1% complete; behind schedule.",
    ],
  ] as const)("states %s in the words of a document, and that the department gave no reason", (_what, row, zh, en) => {
    const bulletin = aBulletinOf([aBulletinRow({ code: "C", ...row })]);
    expect(textOf(bulletin, "behind", "zh-CN").split("\n")[1]).toBe(
      `1．市交通运输局“大交通完成投资”。${zh}责任部门未报送存在问题和下一步措施。`,
    );
    expect(textOf(bulletin, "behind", "en").split("\n")[1]).toBe(
      `1. Transport Bureau, “Transport investment”: ${en} The department gave no problems and no next step.`,
    );
  });

  it("leaves out the problems or the next step if only one of them was given", () => {
    const text = textOf(aBulletinOf([{ ...LAGGING, nextStep: "" }]), "behind", "zh-CN");
    expect(text).toMatch(/相差9亿元。存在问题：一、审批较慢；二、资金未到位。$/);
  });

  const SILENT = { light: "no-report", lightBefore: "no-report", value: null, valueText: null, asOf: null } as const;
  it("says of targets without a report neither that none is behind nor that none has changed", () => {
    const silent = aBulletinOf([aBulletinRow({ code: "A", ...SILENT })]);
    expect(textOf(silent, "summary", "zh-CN")).toBe(
      "截至2023年9月30日，纳入本期通报的目标共1项，涉及1个部门。其中，尚未报送1项。没有逾期未报的目标。",
    );
    const late = aBulletinOf([aBulletinRow({ code: "A", ...SILENT, freshness: "late" })]);
    expect(textOf(late, "summary", "en")).toBe(
      "As known on 30 Sep 2023, this bulletin covers 1 target of 1 department. Of these: 1 not yet reported. 1 report is late.",
    );
  });

  it("compares only the targets that were assessed before", () => {
    const summaryOf = (lightBefore: "on-track" | null) =>
      textOf(aBulletinOf([aBulletinRow({ code: "A", lightBefore })]), "summary", "zh-CN");
    expect(summaryOf("on-track")).toContain("没有进度滞后的事项。没有逾期未报的目标。已评价进度的目标均与上月持平。");
    expect(summaryOf(null)).not.toContain("持平");
  });

  it("says that the progress of a green target with a late report is yet to be confirmed", () => {
    const bulletin = aBulletinOf([aBulletinRow({ code: "A", freshness: "late" })]);
    expect(textOf(bulletin, "summary", "zh-CN")).toContain("1项逾期未报最新进展，其进度有待核实。");
    expect(textOf(bulletin, "summary", "en")).toContain("1 has a late report, so its progress is yet to be confirmed.");
  });

  it("names 20 targets behind in sentences and the others in the table", () => {
    const rows = Array.from({ length: 23 }, (_, index) => ({ ...LAGGING, code: `B${index}` }));
    const section = bulletinDocument(aBulletinOf(rows), [], "zh-CN").sections.find(({ key }) => key === "behind");
    expect(section?.text.split("\n")).toHaveLength(22);
    expect(section?.text.split("\n").at(-1)).toBe("其余3项见下表。");
    expect(section?.table?.rows).toHaveLength(3);
    expect(section?.table?.rows[0]?.[0]?.text).toBe("深入实施“八大工程”");
  });

  it("groups departments by whether any of their targets is behind", () => {
    const unset = aBulletinRow({ code: "D", light: "unset", owner: { slug: "science", name: both("市科技局") } });
    const bulletin = aBulletinOf([
      aBulletinRow({ code: "A" }),
      aBulletinRow({ code: "A2", light: "ahead" }),
      LAGGING,
      unset,
    ]);
    expect(textOf(bulletin, "departments", "zh-CN").split("\n")).toEqual([
      "（一）达到或快于序时进度的部门（1个）。市交通运输局2项（快于序时进度1项、达到序时进度1项）。",
      "（二）存在滞后事项的部门（1个）。市商务局1项中滞后1项（慢于序时进度1项）。",
      "（三）暂不评价进度的部门（1个）。市科技局1项（尚未确定目标值1项）。",
    ]);
  });

  it("names what improved and what declined, at most five titles each", () => {
    const improved = Array.from({ length: 6 }, (_, index) =>
      aBulletinRow({ code: `A${index}`, title: both(`事项${index + 1}`), lightBefore: "behind" }),
    );
    const summary = textOf(aBulletinOf([...improved, { ...LAGGING, lightBefore: "on-track" }]), "summary", "zh-CN");
    expect(summary).toContain("比上月好转6项：“事项1”、“事项2”、“事项3”、“事项4”、“事项5”等6项。");
    expect(summary).toContain("比上月退步1项：“深入实施‘八大工程’”。");
  });

  it("leaves out empty sections and numbers the others without a gap", () => {
    const document = bulletinDocument(aBulletinOf([aBulletinRow({ code: "A" })]), [], "zh-CN");
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      "一、总体情况",
      "二、各部门进展情况",
      "附件1　目标进展一览表",
    ]);
    const required = aBulletinOf([aBulletinRow({ code: "A" })], {
      requirements: both("（一）压实责任。逐项分析原因。"),
    });
    expect(bulletinDocument(required, [], "zh-CN").sections[2]?.heading).toBe("三、工作要求");
  });

  it("keeps an empty section for which the office has written a text", () => {
    const bulletin = { ...aBulletinOf([aBulletinRow({ code: "A" })]), prose: { "zh-CN": { due: "下月无到期事项。" } } };
    expect(textOf(bulletin, "due", "zh-CN")).toBe("下月无到期事项。");
  });

  it("says above the annex that departments wrote in another language", () => {
    const bulletin = aBulletinOf([LAGGING], { columns: ["target", "problems"] });
    expect(textOf(bulletin, "annex", "en")).toBe(
      "All 1 target. Problems and next steps in Chinese are as written by the departments.",
    );
    expect(textOf(bulletin, "annex", "zh-CN")).toBe("全部1项目标的进展。");
    expect(textOf(aBulletinOf([LAGGING]), "annex", "en")).toBe("All 1 target.");
  });

  it("lists the attachments, the copy line and the print line", () => {
    const bulletin = aBulletinOf([LAGGING], { copyTo: both("市委办公室"), printedBy: both("市政府办公室") });
    expect(bulletinDocument(bulletin, [], "zh-CN")).toMatchObject({
      attachments: ["目标进展一览表", "目标进展图"],
      copyToText: "抄送：市委办公室",
      printedBy: "市政府办公室",
      printedOnText: "2023年10月8日印发",
      chartsHeading: "附件2　目标进展图",
    });
    expect(bulletinDocument(aBulletinOf([LAGGING]), [], "zh-CN")).toMatchObject({
      copyToText: null,
      printedBy: "督查室",
    });
  });

  it.each([
    ["all", ["A", "B"], 2],
    ["behind", ["B"], 2],
    ["none", [], 1],
  ] as const)(
    "has the charts of %s targets, and lists them as an attachment if there are any",
    (charts, codes, count) => {
      const bulletin = aBulletinOf([aBulletinRow({ code: "A" }), LAGGING], { charts });
      expect(rowsWithChart(bulletin).map(({ code }) => code)).toEqual(codes);
      expect(bulletinDocument(bulletin, [], "en").attachments).toHaveLength(count);
    },
  );
});

describe("splitLead", () => {
  it.each([
    ["（一）压实责任。逐项分析原因。", "（一）压实责任。", "逐项分析原因。"],
    ["（十二）加强督办", "（十二）加强督办", ""],
    ["(b) Report on time. Departments report.", "(b) Report on time.", "Departments report."],
    ["截至9月（含）完成289.8亿元。", "", "截至9月（含）完成289.8亿元。"],
  ])("splits %s", (paragraph, lead, rest) => {
    expect(splitLead(paragraph)).toEqual({ lead, rest });
  });
});

describe("splitSentence", () => {
  it.each([
    ["截至9月30日共2项。其中，已完成1项。", "截至9月30日共2项。", "其中，已完成1项。"],
    ["By 72.1% complete. No report is late.", "By 72.1% complete.", " No report is late."],
    ["总体平稳", "总体平稳", ""],
  ])("splits %s", (paragraph, first, rest) => {
    expect(splitSentence(paragraph)).toEqual([first, rest]);
  });
});

describe("a published bulletin", () => {
  it("says what was published, whatever the present wording, and lists later corrections after it", () => {
    const composed = aBulletinOf([LAGGING]);
    const then = { ...bulletinDocument(composed, [], "zh-CN"), title: "当时的标题", closing: "当时的结语" };
    const published = { "zh-CN": then, en: bulletinDocument(composed, [], "en") };
    expect(bulletinDocument({ ...composed, published }, [], "zh-CN")).toEqual(then);
    const erratum = {
      code: "B",
      title: LAGGING.title,
      printed: both("1"),
      corrected: null,
      correctedOn: LAGGING.dueOn,
      reason: "",
    };
    const corrected = bulletinDocument({ ...composed, published }, [erratum], "zh-CN");
    expect(corrected.title).toBe("当时的标题");
    expect(corrected.sections.map(({ key }) => key)).toEqual([...then.sections.map(({ key }) => key), "errata"]);
  });
});

describe("sections of the template", () => {
  it("have the order and the headings of the template, and own ones with their placeholders filled in", () => {
    const bulletin = aBulletinOf([LAGGING], {
      sections: ["own-1", "behind", "summary", "annex"],
      headings: { "own-1": both("{month}工作安排"), behind: both("滞后事项") },
      ownTexts: { "own-1": both("{year}年{month}完成自查。\n\n{number}") },
    });
    const { sections, attachments } = bulletinDocument(bulletin, [], "zh-CN");
    expect(sections.map(({ heading }) => heading)).toEqual([
      "一、2023年9月工作安排",
      "二、滞后事项",
      "三、总体情况",
      "附件1　目标进展一览表",
    ]);
    expect(sections[0]?.text).toBe("2023年2023年9月完成自查。\n\n9");
    expect(attachments[0]).toBe("目标进展一览表");
  });

  it("leaves out an own section without a text", () => {
    const bulletin = aBulletinOf([LAGGING], { sections: ["own-1", "behind"], headings: { "own-1": both("空") } });
    expect(bulletinDocument(bulletin, [], "zh-CN").sections.map(({ key }) => key)).toEqual(["behind"]);
  });

  it("needs a title for an own section, next to its field", () => {
    const { template } = aBulletinOf([]);
    const parsed = bulletinTemplateSchema.safeParse({ ...template, sections: ["own-2"] });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["headings.own-2.zh-CN", "required"],
      ["headings.own-2.en", "required"],
    ]);
  });
});
