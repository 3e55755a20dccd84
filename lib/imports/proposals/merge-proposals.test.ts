import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { METRIC_KINDS } from "@/lib/domain/targets/types";
import { type ProposalFields, proposalFieldsSchema } from "@/lib/schemas/proposal";
import { mergeProposals, separateProposals } from "./merge-proposals";

const proposal = (over: Partial<ProposalFields>): ProposalFields => ({
  ...proposalFieldsSchema.parse({ role: "promise", kind: "cumulative", comparator: "at-least" }),
  metric: "投资",
  unit: "亿元",
  value: "402",
  year: "2024",
  ...over,
});

describe("merging a result into a promise", () => {
  const result = proposal({ role: "result", value: "316", year: "2023" });

  test("fills in the baseline", () => {
    expect(mergeProposals(proposal({}), result, "完成316亿元")).toMatchObject({
      as: "baseline",
      fields: { baselineValue: "316", baselineYear: "2023", note: "" },
    });
  });

  test("becomes an earlier value if the baseline is another year's", () => {
    const into = proposal({ baselineValue: "316", baselineYear: "2023" });
    const older = proposal({ role: "result", value: "290", year: "2022" });
    expect(mergeProposals(into, older, "290亿元")).toMatchObject({
      as: "past-value",
      fields: { baselineValue: "316", pastValues: [{ year: "2022", value: "290" }] },
    });
  });

  test("stays in the note if its unit or year does not fit", () => {
    for (const other of [
      { ...result, unit: "个" },
      { ...result, year: "" },
      { ...result, year: "2024" },
    ]) {
      expect(mergeProposals(proposal({ note: "含桥梁" }), other, " 完成\n316亿元 ")).toMatchObject({
        as: "note",
        fields: { baselineValue: "", note: "含桥梁\n完成 316亿元" },
      });
    }
  });
});

describe("merging two promises", () => {
  test("a higher figure of the same metric is the stretch value, a lower one of a limit", () => {
    expect(mergeProposals(proposal({}), proposal({ value: "450" }), "力争450亿元").as).toBe("stretch");
    expect(mergeProposals(proposal({ comparator: "at-most" }), proposal({ value: "450" }), "").as).toBe("note");
    expect(mergeProposals(proposal({ comparator: "at-most" }), proposal({ value: "380" }), "").as).toBe("stretch");
    expect(mergeProposals(proposal({}), proposal({ value: "450", metric: "收入" }), "收入450亿元").as).toBe("note");
  });

  test("a growth joins the level of its clause", () => {
    const growth = proposal({ kind: "growth", unit: "%", value: "27" });
    expect(mergeProposals(proposal({}), growth, "增长27%")).toMatchObject({
      as: "growth",
      fields: { growthPct: "27" },
    });
  });

  test("deeds become the steps of one milestone", () => {
    const deed = (title: string, on: string) =>
      proposal({ kind: "milestone", value: "", unit: "", title, steps: [{ title, on }] });
    const merged = mergeProposals(deed("编制规划", "2024-06-30"), deed("开工建设", "2024-12-31"), "开工建设");
    expect(merged.as).toBe("step");
    expect(merged.fields.steps.map(({ title }) => title)).toEqual(["编制规划", "开工建设"]);
  });
});

test("separating takes out exactly what merging put in, and nothing of the other proposal is dropped", () => {
  const number = fc.integer({ min: 1, max: 999 }).map(String);
  const any = fc
    .record({
      role: fc.constantFrom("promise" as const, "result" as const),
      kind: fc.constantFrom(...METRIC_KINDS),
      unit: fc.constantFrom("亿元", "个", "%"),
      metric: fc.constantFrom("投资", "收入"),
      comparator: fc.constantFrom("at-least" as const, "at-most" as const),
      value: fc.oneof(fc.constant(""), number),
      baselineValue: fc.oneof(fc.constant(""), fc.constant("7")),
      year: fc.constantFrom("", "2022", "2023", "2024"),
      note: fc.constantFrom("", "第一行", "第一行\n第二行"),
    })
    .map((over) =>
      proposal({
        ...over,
        baselineYear: over.baselineValue === "" ? "" : "2021",
        steps: over.kind === "milestone" ? [{ title: over.value, on: "2024-06-30" }] : [],
      }),
    );
  fc.assert(
    fc.property(any, any, (into, other) => {
      const { fields, as } = mergeProposals(into, other, "原文");
      expect(separateProposals(fields, other, as, "原文")).toEqual(into);
      const kept = JSON.stringify(fields);
      expect(kept).toContain(as === "note" ? "原文" : other.value);
      expect(kept).not.toBe(JSON.stringify(into));
    }),
  );
});
