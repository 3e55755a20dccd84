import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LiveForm } from "@/components/studio/live-form";
import { FIGURE_SIZES, FILE_THEMES } from "@/lib/charts/layout/figure-choices";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { hideable } from "@/lib/charts/model/chart-view";
import { MOST_COMPARED } from "@/lib/charts/model/multiples-model";
import type { Language } from "@/lib/i18n/languages";
import { COMPARISONS, type StudioQuery } from "@/lib/schemas/chart-query";
import type { ChartSubject } from "@/lib/views/chart";
import type { DepartmentSummary } from "@/lib/views/department";
import type { TargetChoices } from "@/lib/views/target";

interface StudioFormProps {
  readonly subject: ChartSubject;
  /** The whole chart, before anything was left out. */
  readonly model: ChartModel;
  readonly query: StudioQuery;
  readonly choices: TargetChoices;
  readonly departments: readonly DepartmentSummary[];
  readonly lang: Language;
}

const FIELD = "w-full border bg-surface px-2 py-1";

function Group({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className="grid gap-2 border-t pt-2">
      <legend className="pr-2 font-bold">{legend}</legend>
      {children}
    </fieldset>
  );
}

function Labelled({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is handed in
    <label className="grid content-start text-sm">
      <span className="text-ink-soft">{label}</span>
      {children}
      {hint !== undefined && <span className="text-ink-soft">{hint}</span>}
    </label>
  );
}

function Choices({ name, value, options }: { name: string; value: string; options: readonly [string, string][] }) {
  return (
    <select name={name} defaultValue={value} key={value} className={FIELD}>
      {options.map(([key, label]) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Ticks({
  name,
  ticked,
  options,
}: {
  name: string;
  ticked: readonly string[];
  options: readonly [string, string][];
}) {
  return (
    <div className="grid max-h-52 gap-1 overflow-y-auto text-sm">
      {options.map(([key, label]) => (
        <label key={key} className="flex items-baseline gap-2">
          <input type="checkbox" name={name} value={key} defaultChecked={ticked.includes(key)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

function SubjectFields({ subject, query, choices, departments, lang }: Omit<StudioFormProps, "model">) {
  const t = useTranslations("studio");
  const { chosen, found } = choices;
  return (
    <Group legend={t("what")}>
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
        <Link href="/studio" prefetch={false} className="underline">
          {t("overview")}
        </Link>
        {departments.map((one) => (
          <Link key={one.slug} href={`/studio?department=${one.slug}`} prefetch={false} className="underline">
            {one.name[lang]}
          </Link>
        ))}
      </p>
      {subject.of === "department" && <input type="hidden" name="department" value={subject.slug} />}
      <details open={query.find !== undefined}>
        <summary className="py-1 text-sm">{t("targets", { most: MOST_COMPARED })}</summary>
        <Labelled label={t("find")} hint={t("found", { shown: found.shown.length, total: found.total })}>
          <input type="search" name="find" maxLength={100} defaultValue={query.find} className={FIELD} />
        </Labelled>
        <Ticks
          name="targets"
          ticked={chosen.map(({ code }) => code)}
          options={[...chosen, ...found.shown].map(({ code, title }) => [code, `${code} ${title[lang]}`])}
        />
      </details>
      {subject.of === "comparison" && (
        <Labelled label={t("compareAs")}>
          <Choices name="as" value={query.as} options={COMPARISONS.map((one) => [one, t(`as.${one}`)])} />
        </Labelled>
      )}
    </Group>
  );
}

function PeriodFields({ query }: Pick<StudioFormProps, "query">) {
  const t = useTranslations("studio");
  return (
    <Group legend={t("period")}>
      <div className="grid grid-cols-2 gap-2">
        <Labelled label={t("from")}>
          <input type="date" name="from" defaultValue={query.from} className={FIELD} />
        </Labelled>
        <Labelled label={t("to")}>
          <input type="date" name="to" defaultValue={query.to} className={FIELD} />
        </Labelled>
      </div>
    </Group>
  );
}

function NoteFields({ query }: Pick<StudioFormProps, "query">) {
  const t = useTranslations("studio");
  return (
    <Group legend={t("notes")}>
      {([1, 2, 3, 4] as const).map((number) => (
        <div key={number} className="grid grid-cols-[9rem_1fr] gap-2">
          <input
            type="date"
            name={`on${number}`}
            aria-label={t("noteOn", { number })}
            defaultValue={query[`on${number}`]}
            className={FIELD}
          />
          <input
            name={`note${number}`}
            maxLength={80}
            aria-label={t("note", { number })}
            defaultValue={query[`note${number}`]}
            className={FIELD}
          />
        </div>
      ))}
    </Group>
  );
}

function LookFields({ query, lang }: Pick<StudioFormProps, "query" | "lang">) {
  const t = useTranslations("studio");
  const sizeName = (size: (typeof FIGURE_SIZES)[number]) => t(`sizes.${size === "16:9" ? "wide" : size}`);
  const languages: [string, string][] = [
    ["zh-CN", "中文"],
    ["en", "English"],
  ];
  return (
    <Group legend={t("look")}>
      <Labelled label={t("heading")} hint={t("headingHint")}>
        <input name="title" maxLength={120} defaultValue={query.title} className={FIELD} />
      </Labelled>
      <div className="grid grid-cols-2 gap-2">
        <Labelled label={t("lang")}>
          <Choices name="lang" value={query.lang ?? lang} options={languages} />
        </Labelled>
        <Labelled label={t("size")}>
          <Choices name="size" value={query.size} options={FIGURE_SIZES.map((size) => [size, sizeName(size)])} />
        </Labelled>
        <Labelled label={t("theme")}>
          <Choices
            name="theme"
            value={query.theme}
            options={FILE_THEMES.map((theme) => [theme, t(`themes.${theme}`)])}
          />
        </Labelled>
        <Labelled label={t("asOf")} hint={t("asOfHint")}>
          <input type="date" name="asOf" defaultValue={query.asOf} className={FIELD} />
        </Labelled>
      </div>
    </Group>
  );
}

/** What can be chosen for a chart: its subject, period, series, notes, title, language, size and use. */
export function StudioForm({ model, ...props }: StudioFormProps) {
  const t = useTranslations("studio");
  const { query, lang } = props;
  const rows = hideable(model);
  const hasDays = model.drawing === "plot" || model.drawing === "multiples";
  return (
    <LiveForm action="/studio" label={t("title")} className="grid content-start gap-4">
      <SubjectFields {...props} />
      {hasDays && <PeriodFields query={query} />}
      {rows.length > 0 && (
        <Group legend={t("leaveOut")}>
          <Ticks name="hide" ticked={query.hide} options={rows.map(({ key, label }) => [key, label])} />
        </Group>
      )}
      {hasDays && <NoteFields query={query} />}
      <LookFields query={query} lang={lang} />
      <button type="submit" className="justify-self-start border border-accent bg-surface px-4 py-1 text-accent">
        {t("show")}
      </button>
    </LiveForm>
  );
}
