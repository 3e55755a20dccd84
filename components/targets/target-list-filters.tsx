import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FRESHNESSES, LIGHTS, METRIC_KINDS } from "@/lib/domain/targets/types";
import type { Language } from "@/lib/i18n/languages";
import { filtersToQuery, TARGET_SORTS, type TargetFilters } from "@/lib/schemas/target-list";
import type { DepartmentSummary } from "@/lib/server/departments/data";

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}

function Choice({ name, label, value, children }: ChoiceProps) {
  return (
    <label className="grid text-sm">
      <span className="text-ink-soft">{label}</span>
      <select name={name} defaultValue={value} key={value} className="max-w-48 border bg-surface px-2 py-1">
        {children}
      </select>
    </label>
  );
}

interface TargetListFiltersProps {
  readonly filters: TargetFilters;
  readonly departments: readonly DepartmentSummary[];
  readonly lang: Language;
}

/** A plain form: its state is the address, and it works without script. */
export function TargetListFilters({ filters, departments, lang }: TargetListFiltersProps) {
  const [t, lights, freshness] = [
    useTranslations("targetList"),
    useTranslations("lights"),
    useTranslations("freshness"),
  ];
  const isFiltered = filtersToQuery({ ...filters, cursor: undefined }).size > 0;
  return (
    <form method="get" action="/targets" className="my-4 flex flex-wrap items-end gap-3 border-y py-3">
      <label className="grid text-sm">
        <span className="text-ink-soft">{t("search")}</span>
        <input
          name="q"
          type="search"
          maxLength={100}
          defaultValue={filters.q}
          placeholder={t("searchHint")}
          className="border bg-surface px-2 py-1"
        />
      </label>
      <Choice name="department" label={t("department")} value={filters.department.join(",")}>
        <option value="">{t("any")}</option>
        {departments.map((one) => (
          <option key={one.slug} value={one.slug}>
            {one.name[lang]}
          </option>
        ))}
      </Choice>
      <label className="grid text-sm">
        <span className="text-ink-soft">{t("year")}</span>
        <input
          name="year"
          inputMode="numeric"
          pattern="[0-9]{4}"
          placeholder={t("any")}
          defaultValue={filters.year.join(",")}
          className="w-20 border bg-surface px-2 py-1 tabular-nums"
        />
      </label>
      <Choice name="kind" label={t("kind")} value={filters.kind.join(",")}>
        <option value="">{t("any")}</option>
        {METRIC_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </Choice>
      <Choice name="light" label={t("light")} value={filters.light.join(",")}>
        <option value="">{t("any")}</option>
        {LIGHTS.map((light) => (
          <option key={light} value={light}>
            {lights(light)}
          </option>
        ))}
      </Choice>
      <Choice name="freshness" label={t("freshness")} value={filters.freshness.join(",")}>
        <option value="">{t("any")}</option>
        <option value="late,never">
          {freshness("late")} / {freshness("never")}
        </option>
        {FRESHNESSES.map((one) => (
          <option key={one} value={one}>
            {freshness(one)}
          </option>
        ))}
      </Choice>
      <span className="md:hidden">
        <Choice name="sort" label={t("sort")} value={filters.sort}>
          {TARGET_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sorts.${sort}`)}
            </option>
          ))}
        </Choice>
      </span>
      <input type="hidden" name="order" value={filters.order} />
      <button type="submit" className="border border-accent bg-surface px-4 py-1 text-accent">
        {t("apply")}
      </button>
      {isFiltered && (
        <Link href="/targets" prefetch={false} className="underline">
          {t("clear")}
        </Link>
      )}
    </form>
  );
}
