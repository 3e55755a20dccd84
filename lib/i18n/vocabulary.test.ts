import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import english from "@/messages/en.json";
import chinese from "@/messages/zh-CN.json";
import { LANGUAGES } from "./languages";

type Tree = { readonly [key: string]: unknown };

const MESSAGES = { "zh-CN": chinese, en: english };

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wordAt(tree: Tree, path: string): string {
  const found = path.split(".").reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), tree);
  if (typeof found !== "string") throw new Error(`no word at ${path}`);
  return found;
}

/** The label of each concept, the same everywhere. A unit in brackets belongs to its column only. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  completion: [
    "target.completion",
    "targetList.sorts.completion",
    "targetList.columns.progress",
    "chart.completion",
    "bulletin.columns.completion",
    "list.columns.completion",
  ],
  "expected completion": [
    "target.expected",
    "chart.expectedCompletion",
    "bulletin.columns.expected",
    "list.columns.expected",
  ],
  gap: [
    "target.gap",
    "overview.gap",
    "targetList.sorts.gap",
    "targetList.columns.gap",
    "bulletin.columns.gap",
    "list.columns.gap",
  ],
  light: [
    "departments.light",
    "targetList.light",
    "targetList.columns.light",
    "review.light",
    "chart.light",
    // Not bulletins, which speak of progress against the schedule.
    "list.columns.light",
  ],
  owner: [
    "targetList.columns.owner",
    "targetList.sorts.owner",
    "target.fields.owner",
    "split.owner",
    "newTarget.owner",
    "bulletin.columns.owner",
    "list.columns.owner",
  ],
  "as-of date": [
    "targetList.sorts.reported",
    "target.backTest.asOf",
    "report.form.asOf",
    "review.day",
    "entry.asOf",
    "admin.asOf",
    "chart.asOfColumn",
    "bulletin.columns.asOf",
    "list.columns.asOf",
  ],
  "due day": [
    "targetList.sorts.due",
    "targetList.columns.due",
    "target.fields.dueOn",
    "split.dueOn",
    "bulletin.columns.due",
    "list.columns.dueOn",
  ],
  "start day": ["target.fields.startOn", "split.startOn", "list.columns.startOn"],
  "latest value": [
    "departments.latest",
    "targetList.columns.latest",
    "bulletin.columns.latest",
    "list.columns.latestValue",
  ],
  reporting: ["targetList.freshness", "bulletin.columns.reporting", "list.columns.freshness"],
  baseline: ["target.fields.baselineValue", "chart.baselineShort", "list.columns.baselineValue"],
  illustrative: ["targetList.sample", "targetList.sample", "targetList.sample"],
  target: ["targetList.columns.target", "chart.targetColumn", "bulletin.columns.target"],
  "no report": ["lights.no-report", "unknownReasons.no-report"],
  "next step": ["target.next", "report.form.nextStep", "bulletin.columns.nextStep"],
  problems: ["target.problems", "report.form.problems", "bulletin.columns.problems"],
  discarded: ["target.states.discarded", "bulletins.states.discarded"],
  evidence: ["target.evidence", "review.evidence"],
  definition: ["target.definition", "newTarget.definition"],
};

/** Terms that had two names; the other one is in docs/GLOSSARY.md. */
const GIVEN_UP = [
  "上报",
  "完成度",
  "完成进度",
  "进度差",
  "应达到",
  "灯号",
  "未开始",
  "填报员",
  "审核员",
  "废弃",
  "演示数据",
  "步骤",
  "指标口径",
  "指标对比",
  "争取",
];
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** All texts of pages and files: the messages and the sources that draw or write, without tests and importers. */
function texts(): [string, string][] {
  const entries = ["app", "components", "lib", "messages"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }),
  );
  return (
    entries
      .filter((entry) => entry.isFile() && /\.(tsx?|json)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      // What importers read are other people's words.
      .filter((path) => !path.includes("generated") && !path.includes(join("lib", "imports")))
      .map((path) => [relative(ROOT, path), readFileSync(path, "utf8")])
  );
}

describe.each(LANGUAGES)("the words in %s", (lang) => {
  it.each(Object.entries(LABELS))("%s has one name", (_, paths) => {
    const named = new Set(
      paths.map((path) =>
        wordAt(MESSAGES[lang], path)
          .replace(/ ?[（(].*[）)]$/u, "")
          .toLowerCase(),
      ),
    );
    expect([...named]).toHaveLength(1);
  });
});

describe("a retired term", () => {
  const all = texts();

  it.each(GIVEN_UP)("is not used: %s", (name) => {
    expect(all.filter(([, text]) => text.includes(name)).map(([file]) => file)).toEqual([]);
  });

  it("is searched for in the right files", () => {
    const files = all.map(([file]) => file);
    for (const file of ["messages/zh-CN.json", "lib/domain/targets/types.ts"]) {
      expect(files).toContain(file);
    }
  });
});
