import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bulletinWords } from "@/lib/bulletins/words";
import { chartWords } from "@/lib/charts/model/chart-words";
import { exportWords } from "@/lib/server/targets/export-words";
import english from "@/messages/en.json";
import chinese from "@/messages/zh-CN.json";
import { LANGUAGES, type Language } from "./languages";
import { capital, sharedWords } from "./shared-words";

type Tree = { readonly [key: string]: unknown };

function filesOf(lang: Language): Tree {
  return {
    messages: lang === "en" ? english : chinese,
    chart: chartWords(lang),
    bulletin: bulletinWords(lang),
    list: exportWords(lang),
  };
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every group of words with its path, the outermost first. */
function groupsOf(tree: Tree, path = ""): [string, Tree][] {
  const inner = Object.entries(tree).filter((entry): entry is [string, Tree] => isTree(entry[1]));
  return [[path, tree], ...inner.flatMap(([key, group]) => groupsOf(group, `${path}.${key}`))];
}

function wordAt(tree: Tree, path: string): string {
  const found = path.split(".").reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), tree);
  if (typeof found !== "string") throw new Error(`no word at ${path}`);
  return found;
}

/** What one thing is called wherever it is a label. A unit in brackets belongs to its column alone. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  completion: [
    "messages.target.completion",
    "messages.targetList.sorts.completion",
    "messages.targetList.columns.progress",
    "chart.completion",
    "bulletin.columns.completion",
    "list.columns.completion",
  ],
  "expected completion": [
    "messages.target.expected",
    "chart.expectedCompletion",
    "bulletin.columns.expected",
    "list.columns.expected",
  ],
  gap: [
    "messages.target.gap",
    "messages.overview.gap",
    "messages.targetList.sorts.gap",
    "messages.targetList.columns.gap",
    "bulletin.columns.gap",
    "list.columns.gap",
  ],
  light: [
    "messages.departments.light",
    "messages.targetList.light",
    "messages.targetList.columns.light",
    "messages.review.light",
    "chart.light",
    "bulletin.columns.light",
    "list.columns.light",
  ],
  owner: [
    "messages.targetList.columns.owner",
    "messages.targetList.sorts.owner",
    "messages.target.fields.owner",
    "messages.split.owner",
    "messages.newTarget.owner",
    "bulletin.columns.owner",
    "list.columns.owner",
  ],
  "as-of date": [
    "messages.targetList.sorts.reported",
    "messages.target.backTest.asOf",
    "messages.report.form.asOf",
    "messages.review.day",
    "messages.entry.asOf",
    "messages.admin.asOf",
    "chart.asOfColumn",
    "bulletin.columns.asOf",
    "list.columns.asOf",
  ],
  "due day": [
    "messages.targetList.sorts.due",
    "messages.targetList.columns.due",
    "messages.target.fields.dueOn",
    "messages.split.dueOn",
    "bulletin.columns.due",
    "list.columns.dueOn",
  ],
  "start day": ["messages.target.fields.startOn", "messages.split.startOn", "list.columns.startOn"],
  "latest value": [
    "messages.departments.latest",
    "messages.targetList.columns.latest",
    "bulletin.columns.latest",
    "list.columns.latestValue",
  ],
  reporting: ["messages.targetList.freshness", "bulletin.columns.reporting", "list.columns.freshness"],
  baseline: ["messages.target.fields.baselineValue", "chart.baselineShort", "list.columns.baselineValue"],
  illustrative: ["messages.targetList.sample", "bulletin.sample", "list.sample"],
  target: ["messages.targetList.columns.target", "chart.targetColumn", "bulletin.columns.target"],
  "no report": ["messages.lights.no-report", "messages.departments.noReport", "messages.targetList.noReport"],
  "next step": ["messages.target.next", "messages.report.form.nextStep", "bulletin.columns.nextStep"],
  problems: ["messages.target.problems", "messages.report.form.problems", "bulletin.columns.problems"],
  discarded: ["messages.target.states.discarded", "messages.bulletins.states.discarded"],
  evidence: ["messages.target.evidence", "messages.review.evidence"],
  definition: ["messages.target.definition", "messages.newTarget.definition"],
};

/** Words that had two names; the other one is in docs/GLOSSARY.md. */
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

/** What pages and files may say: the messages and the text of everything that draws or writes, tests left out. */
function texts(): [string, string][] {
  const entries = ["app", "components", "lib", "messages"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }),
  );
  return entries
    .filter((entry) => entry.isFile() && /\.(tsx?|json)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("generated"))
    .map((path) => [relative(ROOT, path), readFileSync(path, "utf8")]);
}

/** A chart says a reason by itself, with a capital: the words are the same. */
function sameWords(one: Tree, other: Tree): boolean {
  return Object.entries(other).every(([key, word]) => capital(String(one[key])) === capital(String(word)));
}

describe.each(LANGUAGES)("the words in %s", (lang) => {
  it.each(Object.entries(sharedWords(lang)))("say %s in one way", (_, words: Tree) => {
    const keys = Object.keys(words);
    const holders = groupsOf(filesOf(lang)).filter(([, group]) => keys.every((key) => key in group));
    const inMessages = holders.filter(([path]) => path.startsWith(".messages"));
    expect(inMessages.map(([, group]) => group)).toEqual([words]);
    expect(holders.filter(([, group]) => !sameWords(group, words)).map(([path]) => path)).toEqual([]);
  });

  it.each(Object.entries(LABELS))("call one thing by one name: %s", (_, paths) => {
    const files = filesOf(lang);
    const names = paths.map((path) => wordAt(files, path).replace(/ ?[（(].*[）)]$/u, ""));
    expect([...new Set(names.map(capital))], paths.join(" ")).toHaveLength(1);
  });
});

describe("a name that was given up", () => {
  const all = texts();

  it.each(GIVEN_UP)("does not come back: %s", (name) => {
    expect(all.filter(([, text]) => text.includes(name)).map(([file]) => file)).toEqual([]);
  });

  it("is looked for where the words are", () => {
    const files = all.map(([file]) => file);
    for (const file of ["messages/zh-CN.json", "lib/charts/model/chart-words.ts", "lib/bulletins/words.ts"]) {
      expect(files).toContain(file);
    }
  });
});
