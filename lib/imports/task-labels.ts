// The labels of a row of a task table: its section as a topic or a category, and its place in the table's plan.
import type { NamedLabel } from "@/lib/domain/targets/labels";
import type { TaskTarget } from "@/lib/imports/tasks/results";

/** Sections that say what a figure is, not what it is about, each with the name of the usual category. */
const CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [/约束性|\bbinding\b/iu, "约束性指标"],
  [/预期性|\bexpected indicators?\b/iu, "预期性指标"],
  [/民生实事|为民办实事|\blivelihood projects?\b/iu, "民生实事"],
  [/重[点大](?:建设)?项目|\bkey projects?\b/iu, "重点项目"],
];

const NUMBERING =
  /^\s*(?:[（(]?[一二三四五六七八九十百\d]+[）)]?\s*[、.．：:]|[（(][一二三四五六七八九十百\d]+[）)]|第[一二三四五六七八九十\d]+[章节部分类]+)\s*/u;
const LONGEST = 100;
const LONGEST_NUMBER = 20;

/** 一、综合经济指标（6项）→ 综合经济指标. */
function sectionName(section: string): string {
  const plain = section.replace(/\s+/gu, " ").replace(NUMBERING, "");
  return plain
    .replace(/\s*[（(]\s*(?:共\s*)?\d+\s*[项个条件]\s*[）)]\s*$/u, "")
    .trim()
    .slice(0, LONGEST);
}

/** @param plan the name of the plan that the table prints; null if the user named none */
export function labelsOfTask({ section, serial }: TaskTarget, plan: string | null): NamedLabel[] {
  const name = section === null ? "" : sectionName(section);
  const category = CATEGORIES.find(([words]) => words.test(name))?.[1];
  const own: NamedLabel[] =
    category !== undefined
      ? [{ kind: "category", name: category, number: "" }]
      : name === ""
        ? []
        : [{ kind: "topic", name, number: "" }];
  if (plan === null) return own;
  return [...own, { kind: "plan", name: plan, number: (serial ?? "").slice(0, LONGEST_NUMBER) }];
}
