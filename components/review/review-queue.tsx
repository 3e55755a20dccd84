import type { Decimal } from "decimal.js";
import { getMessages, getTranslations } from "next-intl/server";
import { Fragment, type ReactNode } from "react";
import { FileLinks } from "@/components/evidence/file-links";
import { getFormWords } from "@/components/forms/get-form-words";
import { DayLink } from "@/components/layout/day-link";
import { BULK_FORM, BulkBar, type BulkWords } from "@/components/review/bulk-bar";
import { DecisionForm, type DecisionWords } from "@/components/review/decision-form";
import { LightBadge } from "@/components/targets/light-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ReportTexts } from "@/components/updates/report-texts";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { compileMessages } from "@/lib/i18n/compile-message";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { ReviewQueue as Queue, Waiting } from "@/lib/views/update";
import { measureText } from "@/lib/wording/measure-text";

interface ReviewQueueProps {
  readonly queue: Queue;
  /** Whether this is the page with the oldest reports. */
  readonly isFirst: boolean;
  readonly person: PersonNames;
  readonly lang: Language;
}

function measureOf({ update, kind }: Waiting, lang: Language): (value: Decimal | null) => string {
  const { unit, precision } = update.target.metric;
  return (value) => (value === null ? "—" : measureText(value, { kind, unit, precision, lang }));
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
    <dl className="grid grid-cols-2 gap-x-6 gap-y-1 tabular-nums sm:grid-cols-4">
      <div>
        <dt className="text-sm text-ink-soft">{t("value")}</dt>
        <dd className="text-lg font-bold">{measure(value)}</dd>
      </div>
      <div>
        <dt className="text-sm text-ink-soft">{t("previous")}</dt>
        <dd>{measure(previous)}</dd>
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

interface ReportProps extends Pick<ReviewQueueProps, "person" | "lang"> {
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
    [t("author"), person(update.author)],
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
  return <p className="text-notice">⚠ {one.outliers.map((outlier) => t(`outliers.${outlier}`)).join(" · ")}</p>;
}

async function Report({ one, words, person, lang }: ReportProps & { readonly words: DecisionWords }) {
  const [t, formWords] = await Promise.all([getTranslations("review"), getFormWords()]);
  const { update } = one;
  const { target } = update;
  const measure = measureOf(one, lang);
  const { code } = target;
  const submitted = update.submittedAt === null ? "" : formatIsoDate(toCityDay(update.submittedAt), lang);
  return (
    <li className="grid gap-3 py-4">
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
          {t("asOf", { day: formatIsoDate(update.day, lang) })} ·{" "}
          {t("by", { author: person(update.author), day: submitted })}
          {update.isCorrection && ` · ${t("correction")}`}
        </p>
        <Outliers one={one} />
      </div>
      <Numbers one={one} lang={lang} />
      <ReportTexts texts={update.texts} />
      <FileLinks files={update.files} showsVisibility words={one.mayDecide ? formWords : undefined} />
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

async function bulkWords(lang: Language): Promise<BulkWords> {
  const { review, report } = await getMessages();
  const conflicts = { ...report.conflicts, forbidden: review.gone, "not-found": review.gone };
  return { ...compileMessages(lang, review.bulk, "done"), reason: review.reason, conflicts };
}

/** The reports waiting for a decision, oldest first: the value, what it changes, and why. */
export async function ReviewQueue({ queue, isFirst, person, lang }: ReviewQueueProps) {
  const { waiting, total, next } = queue;
  const [t, { review, report }] = await Promise.all([getTranslations("review"), getMessages()]);
  const words: DecisionWords = {
    lang,
    approve: review.approve,
    return: review.return,
    reason: review.reason,
    working: review.working,
    gone: review.gone,
    signedOut: review.signedOut,
    cancel: review.cancel,
    reasonRequired: report.errors["reason-required"],
    conflicts: report.conflicts,
  };
  return (
    <div>
      <h1>{t("title")}</h1>
      {total === 0 ? (
        <EmptyState>{t("none")}</EmptyState>
      ) : (
        <p className="border-b pb-2 text-ink-soft tabular-nums">
          {t("lead", { count: total })}
          {waiting.length < total && ` · ${t("shown", { shown: waiting.length })}`}
        </p>
      )}
      <BulkBar words={await bulkWords(lang)} isIdle={!waiting.some((one) => one.mayDecide)} />
      <ul className="divide-y">
        {waiting.map((one) => (
          <Report key={one.update.id} one={one} words={words} person={person} lang={lang} />
        ))}
      </ul>
      {waiting.length < total && (
        <p className="flex flex-wrap gap-x-6 border-t py-3">
          {!isFirst && (
            <DayLink href="/review" prefetch={false} className="py-1 underline">
              {t("oldest")}
            </DayLink>
          )}
          {next !== null && (
            <DayLink href={`/review?after=${next}`} prefetch={false} className="py-1 underline" rel="next">
              {t("next")}
            </DayLink>
          )}
        </p>
      )}
    </div>
  );
}
