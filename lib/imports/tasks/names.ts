// How a row is called: its task and its metric.
import { headingRemark, headingWords } from "@/lib/imports/tasks/headings";
import type { Layout } from "@/lib/imports/tasks/layout";
import type { TableRow } from "@/lib/imports/tasks/row-kinds";
import { withoutNumber } from "@/lib/imports/tasks/sentences";
import { isUnitText } from "@/lib/imports/tasks/unit-text";

export interface RowNames {
  readonly title: string;
  readonly metric: string;
  /** In parentheses after the metric: 固定资产投资（亿元）. */
  readonly unit: string | null;
}

export function namesOf({ titles, metric }: Layout, row: TableRow): RowNames {
  const title = withoutNumber(
    [...new Set(titles.map((column) => row.textAt(column)).filter((text) => text !== ""))]
      .map(withoutNumber)
      .reduce((all, one) => (all === "" ? one : `${all}${/\p{Script=Han}/u.test(all + one) ? "：" : ": "}${one}`), ""),
  );
  const raw = withoutNumber(row.textAt(metric));
  const remark = raw === "" ? null : headingRemark(raw);
  const unit = remark !== null && isUnitText(remark) && /[)）]\s*$/u.test(raw) ? remark : null;
  const name = unit === null ? raw : raw.replace(/\s*[(（][^()（）]*[)）]\s*$/u, "");
  return { title: title === "" ? name : title, metric: name === "" ? title : name, unit };
}

const GENERIC =
  /20\d{2}|[年本全度]|目标|计划|任务|预期|工作|数值|值|数|量|指标|要求|分解|targets?|goals?|planned|plan|value|full[- ]year|annual|fy\s*\d*/giu;

/** What a column of values counts, by its heading: 完成投资 of 2024年计划完成投资; empty for 2024年目标. */
export function countedBy(heading: string): string {
  return headingWords(heading).replace(GENERIC, "").trim();
}
