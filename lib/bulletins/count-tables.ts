// The tables of a bulletin that count its targets by light, for each department, plan, topic or category.
import type { LabelKind } from "@/lib/domain/targets/labels";
import { LIGHTS } from "@/lib/domain/targets/types";
import { countByDepartment, countByLabel, countGroup, type GroupCounts } from "./facts";
import { type Cell, left, lightHeading, right, type Setting, type Table } from "./tables";

interface Group extends GroupCounts {
  readonly name: string;
}

/** A zero is blank, so that the others are seen. */
const blankZero = (count: number) => (count === 0 ? "" : String(count));

/** One row per group, and the sum of all targets of the bulletin, each counted once. */
function countTable({ bulletin, t }: Setting, column: { key: string; label: string }, groups: readonly Group[]): Table {
  const sum = countGroup(bulletin.facts.rows);
  const shown = LIGHTS.filter((light) => sum.counts[light] > 0);
  const isAnyLate = sum.notReported > 0;
  const line = ({ name, counts, total, notReported }: Group): Cell[] => [
    { text: name },
    { text: String(total) },
    ...shown.map((light) => ({ text: blankZero(counts[light]) })),
    ...(isAnyLate ? [{ text: blankZero(notReported) }] : []),
  ];
  return {
    columns: [
      left(column.key, column.label, 6),
      right("total", t("bulletin.columns.total"), 2),
      ...shown.map((light) => right(light, lightHeading(light, t), 2)),
      ...(isAnyLate ? [right("notReported", t("bulletin.columns.notReported"), 2)] : []),
    ],
    rows: [...groups, { name: t("bulletin.columns.sum"), ...sum }].map(line),
  };
}

export function departmentTable(setting: Setting): Table {
  const groups = countByDepartment(setting.bulletin.facts.rows).map((one) => ({
    ...one,
    name: one.name[setting.lang],
  }));
  return countTable(setting, { key: "department", label: setting.t("bulletin.columns.department") }, groups);
}

/** A target with several labels of the kind counts in each; null if no target has one. */
export function labelTable(setting: Setting, kind: LabelKind): Table | null {
  const { bulletin, lang, t } = setting;
  const { labels, others } = countByLabel(bulletin.facts, kind);
  if (labels.length === 0) return null;
  const groups = [
    ...labels.map((one) => ({ ...one, name: one.name[lang] })),
    ...(others.total === 0 ? [] : [{ ...others, name: t(`groupings.none.${kind}`) }]),
  ];
  return countTable(setting, { key: kind, label: t(`groupings.column.${kind}`) }, groups);
}
