// The overview's chart: the number of targets with each light, by department, plan, topic, category or section.

import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { type Grouping, mayOverlap } from "@/lib/domain/targets/groupings";
import { LIGHTS, type Light } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatNumber } from "@/lib/domain/units/format-measure";
import { getTranslator } from "@/lib/i18n/translator";
import { valueAxis } from "./chart-axes";
import { countedFinding } from "./chart-finding";
import { describeFrame } from "./chart-frame-text";
import type { ChartLanguage, ChartTable } from "./chart-model";
import { tableNotes } from "./plot-table";
import type { LightSegment, LightsChartModel, LightsRow } from "./rows-chart-types";

type Counts = Readonly<Partial<Record<Light, number>>>;

export interface LightsChartInput {
  readonly by: Grouping;
  /** In display order; a light that is missing counts 0. */
  readonly groups: readonly {
    readonly key: string;
    readonly name: string;
    readonly counts: Counts;
  }[];
  /** Of all targets, each once, also if it is in several groups or if some groups are not shown. */
  readonly counts: Counts;
  readonly today: IsoDate;
  readonly source: string;
  readonly illustrative: boolean;
  readonly lang: ChartLanguage;
  /** Replaces the general title. */
  readonly title?: string;
}

function lightsRow(input: LightsChartInput, group: LightsChartInput["groups"][number]): LightsRow {
  const t = getTranslator(input.lang);
  const segments: LightSegment[] = [];
  let from = 0;
  for (const light of LIGHTS) {
    const count = group.counts[light] ?? 0;
    if (count <= 0) continue;
    segments.push({ light, label: t(`lights.${light}`), count, from, to: from + count });
    from += count;
  }
  return { key: group.key, label: group.name, total: from, segments };
}

function lightsTable(input: LightsChartInput, rows: readonly LightsRow[], shown: readonly Light[], title: string) {
  const t = getTranslator(input.lang);
  const number = (count: number) => ({ value: String(count), text: String(count) });
  return {
    caption: title,
    columns: [
      { key: input.by, label: t(`groupings.column.${input.by}`), type: "text", unit: null },
      ...shown.map((light) => ({ key: light, label: t(`lights.${light}`), type: "number", unit: null }) as const),
      { key: "total", label: t("chart.total"), type: "number", unit: null },
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

/** Counts of lights as stacked bars. A count of 0 is a true zero, not a missing number. */
export function prepareLightsChart(input: LightsChartInput): LightsChartModel {
  const t = getTranslator(input.lang);
  const rows = input.groups.map((group) => lightsRow(input, group));
  const shown = LIGHTS.filter((light) => rows.some((row) => row.segments.some((segment) => segment.light === light)));
  const title = input.title ?? t(`groupings.title.${input.by}`);
  const lights = LIGHTS.flatMap((light) => Array.from({ length: input.counts[light] ?? 0 }, () => light));
  const unit = [t("chart.lightsUnit"), ...(mayOverlap(input.by) ? [t(`groupings.several.${input.by}`)] : [])].join(
    t("punctuation.semicolon"),
  );
  const finding = countedFinding(lights, input.lang);
  const axis = valueAxis([0, ...rows.map((row) => row.total)], true, input.lang, { headroom: 0, isWhole: true });
  const frame = {
    asOfLabel: t("chart.cutOffOn", { day: formatIsoDate(input.today, input.lang) }),
    asOfDay: { of: "view", on: input.today } as const,
    sourceLabel: input.source === "" ? "" : t("chart.source", { label: input.source }),
    illustrativeLabel: input.illustrative ? t("chart.illustrative") : null,
    assumptionLabel: null,
  };
  return {
    ...frame,
    drawing: "lights",
    key: "lights",
    lang: input.lang,
    title,
    finding,
    identityLabel: "",
    unitLabel: t("chart.unit", { label: unit }),
    emptyLabel: shown.length === 0 ? t("chart.noTargets") : null,
    description: describeFrame({ ...frame, title, lang: input.lang }, [finding.text || t("chart.noTargets")]),
    legend: shown.map((light) => ({ key: light, label: t(`lights.${light}`), swatch: light })),
    table: { ...lightsTable(input, rows, shown, title), notes: tableNotes(frame) },
    x: {
      ...axis,
      ticks: axis.ticks.filter(({ at }) => Number.isInteger(at)).map(({ at }) => ({ at, label: formatNumber(at) })),
    },
    rows,
  };
}
