import Link from "next/link";
import { useTranslations } from "next-intl";
import { LiveForm } from "@/components/studio/live-form";
import { Checks, Choice, Group, TextChoice } from "@/components/studio/studio-fields";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { FIGURE_SIZES, FILE_THEMES, TYPEFACES } from "@/lib/charts/layout/figure-choices";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { type ChartType, chartTypes, withType } from "@/lib/charts/model/chart-type";
import { hideable } from "@/lib/charts/model/chart-view";
import { MOST_COMPARED } from "@/lib/charts/model/multiples-model";
import type { Grouping } from "@/lib/domain/targets/groupings";
import type { Language } from "@/lib/i18n/languages";
import { COMPARISONS, type StudioQuery } from "@/lib/schemas/chart-query";
import type { ChartSubject } from "@/lib/views/chart";
import type { ChartPreset } from "@/lib/views/chart-preset";
import type { DepartmentSummary } from "@/lib/views/department";
import type { TargetChoices } from "@/lib/views/target-forms";

interface StudioFormProps {
  readonly subject: ChartSubject;
  /** The whole chart, before series are hidden. */
  readonly model: ChartModel;
  /** Null for the default of the chart. */
  readonly type: ChartType | null;
  readonly query: StudioQuery;
  readonly choices: TargetChoices;
  readonly departments: readonly DepartmentSummary[];
  /** By what the overview can be grouped. */
  readonly groupings: readonly Grouping[];
  readonly lang: Language;
  /** The words of others are marked in the figure. */
  readonly isSignedIn: boolean;
  /** Those of the reader, with their logos. */
  readonly presets: readonly ChartPreset[];
}

function SubjectFields({ subject, model, type, query, choices, departments, groupings, lang }: StudioFormProps) {
  const [t, words] = [useTranslations("studio"), useTranslations("groupings")];
  const { chosen, found } = choices;
  const types = chartTypes(model);
  return (
    <Group id="subject" legend={t("what")}>
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
        <TextChoice
          label={t("find")}
          hint={t("found", { shown: found.shown.length, total: found.total })}
          type="search"
          name="find"
          maxLength={100}
          defaultValue={query.find}
        />
        <Checks
          name="targets"
          checked={chosen.map(({ code }) => code)}
          options={[...chosen, ...found.shown].map(({ code, title }) => [code, `${code} ${title[lang]}`])}
        />
      </details>
      {subject.of === "overview" && groupings.length > 1 && (
        <Choice
          name="by"
          label={t("by")}
          value={subject.by ?? ""}
          options={groupings.map((by) => [by === "department" ? "" : by, words(`names.${by}`)])}
        />
      )}
      {subject.of === "comparison" && (
        <Choice
          name="as"
          label={t("compareAs")}
          value={query.as}
          options={COMPARISONS.map((one) => [one, t(`as.${one}`)])}
        />
      )}
      {types.length > 0 && (
        <Choice
          name="type"
          label={t("type")}
          value={type ?? ""}
          // The default has no value: another chart has its own.
          options={types.map((one, index) => [index === 0 ? "" : one, t(`types.${one}`)])}
        />
      )}
    </Group>
  );
}

function PeriodFields({ query }: Pick<StudioFormProps, "query">) {
  const t = useTranslations("studio");
  return (
    <Group id="period" legend={t("period")}>
      <div className="grid grid-cols-2 gap-2">
        <TextChoice label={t("from")} type="date" name="from" defaultValue={query.from} />
        <TextChoice label={t("to")} type="date" name="to" defaultValue={query.to} />
      </div>
    </Group>
  );
}

function NoteFields({ query }: Pick<StudioFormProps, "query">) {
  const t = useTranslations("studio");
  return (
    <Group id="notes" legend={t("notes")}>
      {([1, 2, 3, 4] as const).map((number) => (
        <div key={number} className="grid grid-cols-[9rem_1fr] gap-2">
          <Input
            compact
            type="date"
            name={`on${number}`}
            aria-label={t("noteOn", { number })}
            defaultValue={query[`on${number}`]}
          />
          <Input
            compact
            name={`note${number}`}
            maxLength={80}
            aria-label={t("note", { number })}
            defaultValue={query[`note${number}`]}
          />
        </div>
      ))}
    </Group>
  );
}

/** Without presets only the logo of the address. */
function LogoField({ query: { logo }, presets }: Pick<StudioFormProps, "query" | "presets">) {
  const t = useTranslations("studio");
  const named = new Map(presets.flatMap(({ logoKey, name }) => (logoKey === null ? [] : [[logoKey, name] as const])));
  if (logo !== undefined && !named.has(logo)) named.set(logo, t("shownLogo"));
  if (named.size === 0) return null;
  return <Choice name="logo" label={t("logo")} value={logo ?? ""} options={[["", t("noLogo")], ...named]} />;
}

function LookFields({
  query,
  lang,
  isSignedIn,
  presets,
}: Pick<StudioFormProps, "query" | "lang" | "isSignedIn" | "presets">) {
  const t = useTranslations("studio");
  const sizeName = (size: (typeof FIGURE_SIZES)[number]) => t(`sizes.${size === "16:9" ? "wide" : size}`);
  const languages: [string, string][] = [
    ["zh-CN", "中文"],
    ["en", "English"],
  ];
  return (
    <Group id="look" legend={t("look")}>
      <TextChoice
        label={t("heading")}
        hint={t("headingHint")}
        name="title"
        maxLength={120}
        defaultValue={query.title}
      />
      <TextChoice label={t("source")} name="source" maxLength={120} defaultValue={query.source} />
      <TextChoice label={t("footnote")} name="footnote" maxLength={200} defaultValue={query.footnote} />
      <TextChoice
        label={t("colour")}
        hint={t("colourHint")}
        name="colour"
        maxLength={7}
        spellCheck={false}
        defaultValue={query.colour}
      />
      {!isSignedIn && <p className="text-sm text-ink-soft">{t("readersWords")}</p>}
      <div className="grid grid-cols-2 gap-2">
        <Choice name="lang" label={t("lang")} value={query.lang ?? lang} options={languages} />
        <Choice
          name="size"
          label={t("size")}
          value={query.size}
          options={FIGURE_SIZES.map((size) => [size, sizeName(size)])}
        />
        <Choice
          label={t("theme")}
          name="theme"
          value={query.theme}
          options={FILE_THEMES.map((theme) => [theme, t(`themes.${theme}`)])}
        />
        <Choice
          label={t("typeface")}
          name="typeface"
          value={query.typeface}
          options={TYPEFACES.map((typeface) => [typeface, t(`typefaces.${typeface}`)])}
        />
        <TextChoice label={t("mmWidth")} name="mmWidth" inputMode="decimal" defaultValue={query.mmWidth} />
        <TextChoice label={t("mmHeight")} name="mmHeight" inputMode="decimal" defaultValue={query.mmHeight} />
        <Choice
          name="labels"
          label={t("labels")}
          value={query.labels}
          options={[
            ["on", t("labelsOn")],
            ["points", t("labelsPoints")],
            ["off", t("labelsOff")],
          ]}
        />
        <LogoField query={query} presets={presets} />
        <TextChoice label={t("asOf")} hint={t("asOfHint")} type="date" name="asOf" defaultValue={query.asOf} />
      </div>
    </Group>
  );
}

/** The options of a chart: subject, period, series, notes, title, language, size and theme. */
export function StudioForm(props: StudioFormProps) {
  const t = useTranslations("studio");
  const { model, type, query, lang, isSignedIn, presets } = props;
  const shown = withType(model, type);
  const rows = hideable(shown);
  const hasDays = shown.drawing === "plot" || shown.drawing === "multiples";
  return (
    <LiveForm
      action="/studio"
      label={t("title")}
      undo={t("undo")}
      className="col-start-1 row-start-1 grid content-start gap-4 max-lg:[&_*]:scroll-mt-[50vh]"
    >
      <SubjectFields {...props} />
      {(hasDays || shown.drawing === "bullet") && <PeriodFields query={query} />}
      {rows.length > 0 && (
        <Group id="hide" legend={t("leaveOut")}>
          <Checks name="hide" checked={query.hide} options={rows.map(({ key, label }) => [key, label])} />
        </Group>
      )}
      {hasDays && <NoteFields query={query} />}
      <LookFields query={query} lang={lang} isSignedIn={isSignedIn} presets={presets} />
      <Button type="submit" variant="primary">
        {t("show")}
      </Button>
    </LiveForm>
  );
}
