// The options of the list's filters, and the words of an active one.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { lightShape } from "@/lib/charts/svg/light-shapes";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { NO_GROUP } from "@/lib/domain/targets/groupings";
import { LABEL_KINDS, type LabelKind } from "@/lib/domain/targets/labels";
import { FRESHNESSES, LIGHTS, METRIC_KINDS, TARGET_STATES } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { Condition } from "@/lib/schemas/target-list";
import type { DepartmentSummary } from "@/lib/views/department";
import type { FilterChoices } from "@/lib/views/target";

/** The filters with a menu, in the order of the bar. */
export const LIST_FILTERS = ["department", "light", "freshness", "year", "kind", "section", ...LABEL_KINDS] as const;

interface FilterOption {
  readonly value: string;
  readonly label: ReactNode;
  /** The label without its picture. */
  readonly name: string;
}

export type FilterOptions = Readonly<Record<(typeof LIST_FILTERS)[number] | "state", readonly FilterOption[]>> & {
  readonly parts: string;
};

const optionOf = (value: string, name: string): FilterOption => ({ value, name, label: name });

export function useFilterOptions(
  departments: readonly DepartmentSummary[],
  { years, sections, labels }: FilterChoices,
  lang: Language,
): FilterOptions {
  const [t, kinds, lights, freshness, states, groupings] = [
    useTranslations("targetList"),
    useTranslations("metricKinds"),
    useTranslations("lights"),
    useTranslations("freshness"),
    useTranslations("targetStates"),
    useTranslations("groupings"),
  ];
  const lightOption = (value: (typeof LIGHTS)[number]): FilterOption => ({
    ...optionOf(value, lights(value)),
    label: (
      <>
        <span aria-hidden="true" style={{ color: `var(--badge-${value})` }}>
          {lightShape(value, "current")}
        </span>{" "}
        {lights(value)}
      </>
    ),
  });
  // "None" only where there is something else to choose.
  const withNone = (by: LabelKind | "section", choices: FilterChoices["sections"]): FilterOption[] =>
    choices.length === 0
      ? []
      : [...choices.map(({ value, name }) => optionOf(value, name[lang])), optionOf(NO_GROUP, groupings(`none.${by}`))];
  const labelOptions = Object.fromEntries(LABEL_KINDS.map((kind) => [kind, withNone(kind, labels[kind])])) as Record<
    LabelKind,
    FilterOption[]
  >;
  return {
    department: departments.map(({ slug, name }) => optionOf(slug, name[lang])),
    light: LIGHTS.map(lightOption),
    freshness: FRESHNESSES.map((value) => optionOf(value, freshness(value))),
    year: years.map((year) => optionOf(String(year), String(year))),
    kind: METRIC_KINDS.map((value) => optionOf(value, kinds(value))),
    section: withNone("section", sections),
    ...labelOptions,
    state: TARGET_STATES.map((value) => optionOf(value, states(value))),
    parts: t("included"),
  };
}

/** The value of an active filter in words. */
export function shownAs(field: Condition["field"], value: string, options: FilterOptions, lang: Language): string {
  if (field === "changedSince" || field === "dueBy") return formatIsoDate(isoDate(value), lang);
  if (field === "parts") return options.parts;
  if (field === "q" || field === "starred") return value;
  return options[field].find((one) => one.value === value)?.name ?? value;
}
