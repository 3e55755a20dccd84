import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PresetMenu } from "@/components/studio/preset-menu";
import { StudioForm } from "@/components/studio/studio-form";
import { StudioPicture } from "@/components/studio/studio-picture";
import { StudioResult } from "@/components/studio/studio-result";
import { chartTypes, typeError } from "@/lib/charts/model/chart-type";
import { viewChart } from "@/lib/charts/model/chart-view";
import { MOST_COMPARED } from "@/lib/charts/model/multiples-model";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { parseQuery } from "@/lib/http/query";
import { getLanguage } from "@/lib/i18n/preferences";
import { chartParams } from "@/lib/schemas/chart-params";
import { overviewSubject, type StudioQuery, studioQuerySchema } from "@/lib/schemas/chart-query";
import { type PageParams, toSearchParams } from "@/lib/schemas/query-input";
import { listChartPresets } from "@/lib/server/chart-presets/data";
import { chartUrls } from "@/lib/server/charts/chart-urls";
import { getChartView } from "@/lib/server/charts/chart-view";
import { drawPicture } from "@/lib/server/charts/draw";
import { readChart } from "@/lib/server/charts/read-chart";
import { signQuery } from "@/lib/server/charts/signature";
import { getContext } from "@/lib/server/context";
import { listCachedDepartments } from "@/lib/server/departments/data";
import { getOrigin } from "@/lib/server/origin";
import { listGroupings } from "@/lib/server/overview/groups";
import { listCachedTargetChoices } from "@/lib/server/targets/choices";
import type { ChartSubject } from "@/lib/views/chart";

interface StudioPageProps {
  readonly searchParams: Promise<PageParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("studio"))("title") };
}

interface Asked {
  readonly query: StudioQuery;
  readonly wrong: readonly string[];
}

/** Names and ignores invalid parameters, so that the rest is still shown. */
function readQuery(given: PageParams): Asked {
  const params = toSearchParams(given);
  const wrong = new Set<string>();
  for (;;) {
    const parsed = parseQuery(studioQuerySchema, params);
    if (parsed.ok) return { query: parsed.data, wrong: [...wrong] };
    for (const { name } of parsed.errors) {
      // Each round removes at least one parameter.
      if (!params.has(name)) throw new Error(`${name} is wrong and was not given`);
      params.delete(name);
      wrong.add(name);
    }
  }
}

function subjectOf({ targets, department, as, by }: StudioQuery): ChartSubject {
  const [code] = targets;
  if (targets.length > 1) return { of: "comparison", codes: targets, as };
  if (code !== undefined) return { of: "target", code };
  return department === undefined ? overviewSubject({ by }) : { of: "department", slug: department };
}

function chosenIn(subject: ChartSubject): readonly string[] {
  if (subject.of === "target") return [subject.code];
  return subject.of === "comparison" ? subject.codes : [];
}

type Words = Awaited<ReturnType<typeof getTranslations<"studio">>>;

/** The label of a field in the form. */
function labelOf(name: string, t: Words): string {
  const plain = [
    "from",
    "to",
    "asOf",
    "size",
    "theme",
    "find",
    "source",
    "footnote",
    "labels",
    "type",
    "mmWidth",
    "mmHeight",
    "colour",
    "typeface",
    "logo",
    "by",
  ] as const;
  const known = plain.find((one) => one === name);
  if (known !== undefined) return t(known);
  if (/^(on|note)\d$/.test(name)) return t("notes");
  if (name === "targets") return t("targets", { most: MOST_COMPARED });
  return name === "title" ? t("heading") : name;
}

/** The query of the studio itself. */
function studioParams(query: StudioQuery): string {
  const params = chartParams(query);
  if (query.department !== undefined) params.set("department", query.department);
  return params.toString();
}

/** The chart studio: all choices are in the URL. */
export default async function StudioPage({ searchParams }: StudioPageProps) {
  const [given, context, lang, origin, t] = await Promise.all([
    searchParams,
    getContext(),
    getLanguage(),
    getOrigin(),
    getTranslations("studio"),
  ]);
  const { query, wrong } = readQuery(given);
  // The context already uses the requested day, unless it is in the future.
  const isToCome = query.asOf !== undefined && query.asOf > context.clock.today;
  const subject = subjectOf(query);
  const chartLang = query.lang ?? lang;
  const [chart, choices, departments, shown, presets, groupings] = await Promise.all([
    readChart(subject, context, chartLang),
    listCachedTargetChoices(chosenIn(subject), query.find ?? "", context),
    listCachedDepartments(context),
    readChart(subject, { ...context, actor: VISITOR }, chartLang),
    listChartPresets(context),
    listGroupings(context),
  ]);
  if (chart === null) notFound();
  const isOtherType = typeError(chart.model, query.type) !== null;
  const isDefault = query.type === chartTypes(chart.model)[0];
  const logos = new Set(presets?.presets.flatMap(({ logoKey }) => logoKey ?? []));
  const typed = { ...query, type: isOtherType || isDefault ? undefined : query.type };
  const signed = signQuery(subject, typed, context, logos);
  const isOtherLogo = signed.logo !== query.logo;
  const unused = [
    ...wrong,
    ...(isToCome ? ["asOf"] : []),
    ...(isOtherType ? ["type"] : []),
    ...(isOtherLogo ? ["logo"] : []),
  ];
  const model = viewChart(chart.model, await getChartView(subject, signed));
  const addresses = chartUrls(subject);
  const ofComparison = subject.of === "comparison" ? {} : { targets: [], as: "multiples" as const };
  const ofOverview = subject.of === "overview" ? {} : { by: undefined };
  const isPublic = shown !== null && JSON.stringify(shown.model) === JSON.stringify(chart.model);
  const frame = isPublic ? addresses.frame : null;
  const ownDay = isToCome ? { asOf: undefined } : {};
  const result = {
    model,
    size: drawPicture(model, query),
    files: addresses.files,
    query: chartParams({ ...signed, ...ofComparison, ...ofOverview, ...ownDay, lang: chartLang }),
    origin,
    frame,
  };
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="mb-4 text-ink-soft">{t("lead")}</p>
      {unused.length > 0 && (
        <p role="alert" className="mb-4 text-notice">
          {t("wrong", { names: [...new Set(unused.map((name) => labelOf(name, t)))].join(" · ") })}
        </p>
      )}
      {presets !== null && <PresetMenu {...presets} query={studioParams(signed)} />}
      <div className="grid-cols-[20rem_minmax(0,1fr)] gap-x-8 lg:grid">
        <StudioPicture {...result} />
        <StudioForm
          subject={subject}
          model={chart.model}
          type={signed.type ?? null}
          query={{ ...query, logo: signed.logo }}
          presets={presets?.presets ?? []}
          choices={choices}
          groupings={groupings}
          departments={departments.filter((one) => one.total > 0)}
          lang={lang}
          isSignedIn={context.actor.kind === "user"}
        />
      </div>
      <StudioResult {...result} page={addresses.page} />
    </>
  );
}
