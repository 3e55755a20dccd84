// The overview's picture: how many targets stand at each light, department by department.

import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import { formatNumber } from "@/lib/domain/units/format-measure";
import { valueAxis } from "./chart-axes";
import type { ChartLanguage, ChartTable, LightSegment, LightsChartModel, LightsRow } from "./chart-model";
import { dayText } from "./chart-text";
import { chartWords } from "./chart-words";
import { tableNotes } from "./plot-table";

export interface LightsChartInput {
  /** In the order to be shown; a light that is left out counts none. */
  readonly departments: readonly {
    readonly key: string;
    readonly name: string;
    readonly counts: Readonly<Partial<Record<Light, number>>>;
  }[];
  readonly today: IsoDate;
  readonly source: string;
  readonly illustrative: boolean;
  readonly lang: ChartLanguage;
  /** Replaces the general title. */
  readonly title?: string;
}

function lightsRow(input: LightsChartInput, department: LightsChartInput["departments"][number]): LightsRow {
  const words = chartWords(input.lang);
  const segments: LightSegment[] = [];
  let from = 0;
  for (const light of LIGHTS) {
    const count = department.counts[light] ?? 0;
    if (count <= 0) continue;
    segments.push({ light, label: words.lights[light], count, from, to: from + count });
    from += count;
  }
  return { key: department.key, label: department.name, total: from, segments };
}

function lightsTable(input: LightsChartInput, rows: readonly LightsRow[], shown: readonly Light[], title: string) {
  const words = chartWords(input.lang);
  const number = (count: number) => ({ value: String(count), text: String(count) });
  return {
    caption: title,
    columns: [
      { key: "department", label: words.department, type: "text", unit: null },
      ...shown.map((light) => ({ key: light, label: words.lights[light], type: "number", unit: null }) as const),
      { key: "total", label: words.total, type: "number", unit: null },
    ],
    rows: rows.map((row) => ({
      key: row.key,
      cells: [
        { value: row.label, text: row.label },
        ...shown.map((light) => number(row.segments.find((segment) => segment.light === light)?.count ?? 0)),
        number(row.total),
      ],
    })),
  } satisfies Omit<ChartTable, "notes">;
}

/** Counts of lights as stacked bars. A count of none is a true zero: a light nobody has, not a missing number. */
export function prepareLightsChart(input: LightsChartInput): LightsChartModel {
  const words = chartWords(input.lang);
  const rows = input.departments.map((department) => lightsRow(input, department));
  const shown = LIGHTS.filter((light) => rows.some((row) => row.segments.some((segment) => segment.light === light)));
  const title = input.title ?? words.lightsTitle;
  const totals = shown.map((light) => {
    const count = rows.reduce((sum, row) => sum + (row.segments.find((s) => s.light === light)?.count ?? 0), 0);
    return `${words.lights[light]} ${count}`;
  });
  const axis = valueAxis([0, ...rows.map((row) => row.total)], true, input.lang, { headroom: 0 });
  const frame = {
    asOfLabel: words.asOf(dayText(input.today, input.lang)),
    sourceLabel: input.source === "" ? "" : words.source(input.source),
    illustrativeLabel: input.illustrative ? words.illustrative : null,
  };
  const ending = input.illustrative ? `${words.stop}${words.illustrative}` : "";
  return {
    ...frame,
    drawing: "lights",
    key: "lights",
    lang: input.lang,
    title,
    subtitle: "",
    unitLabel: words.unit(words.lightsUnit),
    emptyLabel: shown.length === 0 ? words.noTargets : null,
    description:
      `${title}${words.colon}${totals.join(words.separator) || words.noTargets}${ending}${words.stop}`.trim(),
    legend: shown.map((light) => ({ key: light, label: words.lights[light], swatch: light })),
    table: { ...lightsTable(input, rows, shown, title), notes: tableNotes(frame) },
    x: {
      ...axis,
      ticks: axis.ticks.filter(({ at }) => Number.isInteger(at)).map(({ at }) => ({ at, label: formatNumber(at) })),
    },
    rows,
  };
}
