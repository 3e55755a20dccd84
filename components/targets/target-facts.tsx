import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DayLink } from "@/components/layout/day-link";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";
import type { TargetLabel } from "@/lib/views/label";
import type { YearTarget } from "@/lib/views/target-detail";
import { describeJudging } from "@/lib/wording/describe-judging";
import { describeReporting } from "@/lib/wording/describe-reporting";
import { numberedLabel } from "@/lib/wording/label-text";

/** At least 24 px high, because several are listed below each other. */
const LINK = "mr-3 inline-block py-0.5 underline";

/** Definition, data source, calendar, supporting departments and related targets. */
export async function TargetFacts({ target, lang }: TargetPartProps) {
  const [t, label, punctuation] = await Promise.all([
    getTranslations("target"),
    getTranslations("label"),
    getTranslations("punctuation"),
  ]);
  const { years, metric, parent, siblings, supporting, terms, ownCalendar } = target;
  const related = (one: { code: string; title: typeof target.title }) => (
    <DayLink key={one.code} className={LINK} href={`/targets/${one.code}`} prefetch={false}>
      {one.code} {one.title[lang]}
    </DayLink>
  );
  const labelLink = (one: TargetLabel) => (
    <DayLink key={one.id} className={LINK} href={`/targets?${one.kind}=${one.id}`} prefetch={false}>
      {numberedLabel(one, lang)}
    </DayLink>
  );
  const facts: [string, ReactNode][] = [
    [t("definition"), metric.definition[lang]],
    [t("dataSource"), metric.dataSource[lang]],
    [t("calendar"), describeReporting(terms, ownCalendar, lang)],
    [
      t("metricYears"),
      <DayLink key={metric.key} className={LINK} href={`/metrics/${metric.key}`} prefetch={false}>
        {metric.name[lang]}
      </DayLink>,
    ],
    [t("judging"), describeJudging(terms, metric, lang)],
  ];
  for (const kind of LABEL_KINDS) {
    const own = target.labels.filter((label) => label.kind === kind);
    if (own.length > 0) facts.push([label(`kinds.${kind}`), own.map(labelLink)]);
  }
  if (supporting.length > 0) {
    facts.push([t("supporting"), supporting.map((one) => one.name[lang]).join(punctuation("enumeration"))]);
  }
  const yearLink = ({ code, title, year }: YearTarget) => (
    <DayLink key={code} className={LINK} href={`/targets/${code}`} prefetch={false}>
      {year} {code} {title[lang]}
    </DayLink>
  );
  if (years.before !== null) facts.push([t("yearBefore"), yearLink(years.before)]);
  if (years.after.length > 0) facts.push([t("yearAfter"), years.after.map(yearLink)]);
  facts.push([t("responsiblePost"), target.responsiblePost ?? ""], [t("leaderInCharge"), target.leaderInCharge ?? ""]);
  if (parent !== null) facts.push([t("parent"), related(parent)]);
  if (siblings.length > 0) facts.push([t("siblings"), siblings.map(related)]);
  return (
    <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[9rem_1fr] sm:items-baseline">
      {facts
        .filter(([, fact]) => fact !== "")
        .map(([term, fact]) => (
          <div key={term} className="contents">
            <dt className="text-ink-soft">{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}
