import type { Decimal } from "decimal.js";
import { getTranslations } from "next-intl/server";
import { Fragment, type ReactNode } from "react";
import { ForPerson } from "@/components/delegations/for-person";
import { FileLinks } from "@/components/evidence/file-links";
import { getFormWords } from "@/components/forms/get-form-words";
import { DayLink } from "@/components/layout/day-link";
import { BULK_FORM } from "@/components/review/bulk-bar";
import { DecisionForm, type DecisionWords } from "@/components/review/decision-form";
import { LightBadge } from "@/components/targets/light-badge";
import { ReportTexts } from "@/components/updates/report-texts";
import { prepareTrend } from "@/lib/charts/model/trend-model";
import { TrendFigure } from "@/lib/charts/svg/trend-figure";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { Waiting } from "@/lib/views/update";
import { formatPromise } from "@/lib/wording/format-promise";
import { measureText } from "@/lib/wording/measure-text";

function measureOf({ update, kind }: Waiting, lang: Language): (value: Decimal | null) => string {
  return (value) => (value === null ? "—" : measureText(value, { ...update.target.metric, kind, lang }));
}

function Lights({ one }: { readonly one: Waiting }) {
  return (
    <span className="flex flex-wrap gap-x-2">
      <LightBadge light={one.before} freshness="current" />
      <span aria-hidden="true">→</span>
      <LightBadge light={one.after} freshness="current" />
    </span>
  );
}

async function Numbers({ one, lang }: { readonly one: Waiting; readonly lang: Language }) {
  const t = await getTranslations("review");
  const { value, previous } = one;
  const measure = measureOf(one, lang);
  const difference = value === null || previous === null ? null : value.minus(previous);
  const change = () => {
    if (difference === null || one.kind === "yes-no") return "—";
    if (difference.isZero()) return t("unchanged");
    if (one.kind !== "rank") return `${difference.isPositive() ? "+" : ""}${measure(difference)}`;
    return t(difference.isNegative() ? "placesUp" : "placesDown", { count: difference.abs().toNumber() });
  };
  return (
    <dl className="grid grid-cols-2 content-start gap-x-6 gap-y-2 tabular-nums lg:grid-cols-3">
      <div>
        <dt className="text-sm text-ink-soft">{t("value")}</dt>
        <dd className="text-lg font-bold">{measure(value)}</dd>
      </div>
      <div>
        <dt className="text-sm text-ink-soft">{t("target")}</dt>
        <dd>{formatPromise({ terms: one.terms, metric: one.update.target.metric }, lang)}</dd>
      </div>
      <div>
        <dt className="text-sm text-ink-soft">{t("previous")}</dt>
        <dd>
          {previous === null || one.previousDay === null
            ? "—"
            : t("previousOn", { value: measure(previous), day: formatIsoDate(one.previousDay, lang) })}
        </dd>
      </div>
      <div>
        <dt className="text-sm text-ink-soft">{t("change")}</dt>
        <dd>{change()}</dd>
      </div>
      <div>
        <dt className="text-sm text-ink-soft">{t("light")}</dt>
        <dd>
          <Lights one={one} />
        </dd>
      </div>
    </dl>
  );
}

/** Who reported, and for whom. */
async function authorOf({ author, onBehalfOf }: Waiting["update"], person: PersonNames): Promise<string> {
  if (onBehalfOf === null) return person(author);
  const t = await getTranslations("delegation");
  return t("actsFor", { who: person(author), name: person(onBehalfOf) });
}

interface ReportProps {
  readonly person: PersonNames;
  readonly lang: Language;
  readonly one: Waiting;
}

/** What approval changes: the value and the light before and after, and who reported it. */
async function Consequences({ one, person, lang }: ReportProps) {
  const t = await getTranslations("review");
  const { update, previous, value } = one;
  const measure = measureOf(one, lang);
  const rows: [string, ReactNode][] = [
    [t("becomes"), <b key="value">{`${measure(previous)} → ${measure(value)}`}</b>],
    [t("light"), <Lights key="light" one={one} />],
    [t("day"), formatIsoDate(update.day, lang)],
    [t("author"), await authorOf(update, person)],
    [t("files"), t("fileCount", { count: update.files.length })],
  ];
  return (
    <>
      <p>{update.target.title[lang]}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 tabular-nums">
        {rows.map(([term, shown]) => (
          <Fragment key={term}>
            <dt className="text-ink-soft">{term}</dt>
            <dd>{shown}</dd>
          </Fragment>
        ))}
      </dl>
      {!one.counts && <p className="text-notice">{t("notCounting")}</p>}
      <Outliers one={one} />
    </>
  );
}

async function Outliers({ one }: { readonly one: Waiting }) {
  const t = await getTranslations("review");
  if (one.outliers.length === 0) return null;
  return (
    <p className="border-l-4 border-notice pl-3 text-notice">
      <span className="font-bold">{t("warnings")}</span> ⚠{" "}
      {one.outliers.map((outlier) => t(`outliers.${outlier}`)).join(" · ")}
    </p>
  );
}

/** The approved values with the reported one. */
function Trend({ one, lang }: Pick<ReportProps, "one" | "lang">) {
  const { terms, readings, update } = one;
  const { metric } = update.target;
  const model = prepareTrend({ terms, metric, readings, added: update.reading, lang });
  return model === null ? null : <TrendFigure model={model} />;
}

/** A submitted report: what is unusual, its value in its course, its evidence and its texts, and the decision. */
export async function ReviewCard({ one, words, person, lang }: ReportProps & { readonly words: DecisionWords }) {
  const [t, formWords] = await Promise.all([getTranslations("review"), getFormWords()]);
  const { update } = one;
  const { target } = update;
  const measure = measureOf(one, lang);
  const { code } = target;
  const author = await authorOf(update, person);
  const submitted = update.submittedAt === null ? "" : formatIsoDate(toCityDay(update.submittedAt), lang);
  return (
    <li id={update.id} className="grid scroll-mt-4 gap-3 py-4">
      <div>
        <h2 className="flex items-baseline gap-2">
          {one.mayDecide && (
            <input
              type="checkbox"
              name="chosen"
              form={BULK_FORM}
              value={`${update.id} ${update.version}`}
              data-unusual={one.outliers.length > 0}
              aria-label={t("choose", { code })}
              className="size-6 shrink-0 self-center"
            />
          )}
          <DayLink href={`/targets/${code}`} className="hover:underline" prefetch={false}>
            {code} {target.title[lang]}
          </DayLink>
        </h2>
        <p className="text-sm text-ink-soft">
          {t("asOf", { day: formatIsoDate(update.day, lang) })} · {t("by", { author, day: submitted })}
          {update.isCorrection && ` · ${t("correction")}`}
          <ForPerson name={one.standsInFor} person={person} />
        </p>
      </div>
      <Outliers one={one} />
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-[20rem_minmax(0,1fr)]">
        <Trend one={one} lang={lang} />
        <div className="grid content-start gap-3">
          <Numbers one={one} lang={lang} />
          <FileLinks files={update.files} showsVisibility showsImages words={one.mayDecide ? formWords : undefined} />
          <ReportTexts texts={update.texts} />
        </div>
      </div>
      {one.mayDecide ? (
        <DecisionForm
          updateId={update.id}
          version={update.version}
          about={code}
          question={t("question", { code, day: formatIsoDate(update.day, lang) })}
          approved={t("approvedNote", { code, change: `${measure(one.previous)} → ${measure(one.value)}` })}
          returned={t("returnedNote", { code })}
          words={words}
        >
          <Consequences one={one} person={person} lang={lang} />
        </DecisionForm>
      ) : (
        <p className="text-ink-soft">{t("own")}</p>
      )}
    </li>
  );
}
