// The active filters of a list in words, as its page names them.
import "server-only";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { NO_GROUP } from "@/lib/domain/targets/groupings";
import { isLabelKind } from "@/lib/domain/targets/labels";
import { FRESHNESSES, LIGHTS, METRIC_KINDS, TARGET_STATES } from "@/lib/domain/targets/types";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator, type Translator } from "@/lib/i18n/translator";
import { type Condition, listConditions, type TargetFilters } from "@/lib/schemas/target-list";
import type { Context } from "@/lib/server/context";
import { listCachedDepartments } from "@/lib/server/departments/data";
import type { DepartmentSummary } from "@/lib/views/department";
import type { FilterChoices } from "@/lib/views/target";
import { listFilterChoices } from "./filter-choices";

interface Named {
  readonly departments: readonly DepartmentSummary[];
  readonly choices: FilterChoices;
}

function nameOf(field: Condition["field"], t: Translator): string {
  if (field === "q") return t("targetList.search");
  return field === "parts" ? t("targetList.partsFilter") : t(`targetList.${field}`);
}

function valueWords({ field, value }: Condition, { departments, choices }: Named, lang: Language): string {
  const t = getTranslator(lang);
  const word = <K extends string>(list: readonly K[], write: (one: K) => string) => {
    const known = list.find((one) => one === value);
    return known === undefined ? value : write(known);
  };
  const named = (list: readonly { readonly value: string; readonly name: Readonly<Record<Language, string>> }[]) =>
    list.find((one) => one.value === value)?.name[lang] ?? value;
  if (value === NO_GROUP && (isLabelKind(field) || field === "section")) return t(`groupings.none.${field}`);
  if (isLabelKind(field)) return named(choices.labels[field]);
  switch (field) {
    case "department":
      return departments.find(({ slug }) => slug === value)?.name[lang] ?? value;
    case "light":
      return word(LIGHTS, (one) => t(`lights.${one}`));
    case "freshness":
      return word(FRESHNESSES, (one) => t(`freshness.${one}`));
    case "kind":
      return word(METRIC_KINDS, (one) => t(`metricKinds.${one}`));
    case "state":
      return word(TARGET_STATES, (one) => t(`targetStates.${one}`));
    case "section":
      return named(choices.sections);
    case "changedSince":
    case "dueBy":
      return formatIsoDate(isoDate(value), lang);
    case "parts":
      return t("targetList.included");
    default:
      return value;
  }
}

/** Empty without a filter. */
export async function filterWords(filters: TargetFilters, lang: Language, context: Context): Promise<string> {
  const conditions = listConditions(filters);
  if (conditions.length === 0) return "";
  const [departments, choices] = await Promise.all([listCachedDepartments(context), listFilterChoices(context)]);
  const t = getTranslator(lang);
  const fields = [...new Set(conditions.map(({ field }) => field))];
  return fields
    .map((field) => {
      const name = nameOf(field, t);
      // The mark of the watch list has no value.
      if (field === "starred") return name;
      const values = conditions
        .filter((one) => one.field === field)
        .map((one) => valueWords(one, { departments, choices }, lang));
      return t("targetList.condition", { name, value: values.join(t("punctuation.enumeration")) });
    })
    .join(t("punctuation.semicolon"));
}
