import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FileLinks } from "@/components/evidence/file-links";
import { BULK_FORM, BulkBar, type BulkWords } from "@/components/review/bulk-bar";
import { DecisionForm, type DecisionWords } from "@/components/review/decision-form";
import { LightBadge } from "@/components/targets/light-badge";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";
import { cityDayOf } from "@/lib/server/city-day";
import type { Waiting } from "@/lib/server/updates/data";

interface ReviewQueueProps {
  readonly waiting: readonly Waiting[];
  readonly lang: Language;
}

async function Numbers({ one, lang }: { readonly one: Waiting; readonly lang: Language }) {
  const t = await getTranslations("review");
  const { value, previous, update } = one;
  const { unit, precision } = update.target.metric;
  const measure = (number: typeof value) => (number === null ? "—" : formatMeasure(number, unit, lang, { precision }));
  const change = value === null || previous === null ? null : value.minus(previous);
  const sign = change?.greaterThan(0) ? "+" : "";
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
        <dd>{change === null || unit === "位" ? "—" : `${sign}${measure(change)}`}</dd>
      </div>
      <div>
        <dt className="text-sm text-ink-soft">{t("light")}</dt>
        <dd className="flex flex-wrap gap-x-2">
          <LightBadge light={one.before} freshness="current" />
          <span aria-hidden="true">→</span>
          <LightBadge light={one.after} freshness="current" />
        </dd>
      </div>
    </dl>
  );
}

async function Words({ update }: Pick<Waiting, "update">) {
  const t = await getTranslations("review");
  const parts = (["note", "problems", "nextStep", "evidence"] as const).filter((part) => update[part] !== "");
  return (
    <dl className="grid gap-1">
      {parts.map((part) => (
        <div key={part}>
          <dt className="text-sm text-ink-soft">{t(part)}</dt>
          <dd className="break-words whitespace-pre-wrap">{update[part]}</dd>
        </div>
      ))}
    </dl>
  );
}

async function Report({ one, words, lang }: { one: Waiting; words: DecisionWords; lang: Language }) {
  const t = await getTranslations("review");
  const { update } = one;
  const { target } = update;
  const submitted = update.submittedAt === null ? "" : formatIsoDate(cityDayOf(update.submittedAt), lang);
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
              aria-label={t("choose", { code: target.code })}
              className="size-6 shrink-0 self-center"
            />
          )}
          <Link href={`/targets/${target.code}`} className="hover:underline" prefetch={false}>
            {target.code} {lang === "en" ? target.titleEn : target.title}
          </Link>
        </h2>
        <p className="text-sm text-ink-soft">
          {t("asOf", { day: formatIsoDate(update.day, lang) })} ·{" "}
          {t("by", { author: update.author.name, day: submitted })}
          {update.supersedesId !== null && ` · ${t("correction")}`}
        </p>
        {one.outliers.length > 0 && (
          <p className="text-notice">⚠ {one.outliers.map((outlier) => t(`outliers.${outlier}`)).join(" · ")}</p>
        )}
      </div>
      <Numbers one={one} lang={lang} />
      <Words update={update} />
      <FileLinks files={update.files} />
      {one.mayDecide ? (
        <DecisionForm updateId={update.id} version={update.version} about={target.code} words={words} />
      ) : (
        <p className="text-ink-soft">{t("own")}</p>
      )}
    </li>
  );
}

async function bulkWords(): Promise<BulkWords> {
  const [t, report] = await Promise.all([getTranslations("review"), getTranslations("report")]);
  return {
    ...(t.raw("bulk") as Omit<BulkWords, "conflicts" | "reason">),
    reason: t("reason"),
    conflicts: { ...(report.raw("conflicts") as Record<string, string>), forbidden: t("gone"), "not-found": t("gone") },
  };
}

/** What waits for a decision, oldest first: the value, what it changes, and why. */
export async function ReviewQueue({ waiting, lang }: ReviewQueueProps) {
  const [t, report] = await Promise.all([getTranslations("review"), getTranslations("report")]);
  const words: DecisionWords = {
    lang,
    approve: t("approve"),
    return: t("return"),
    reason: t("reason"),
    working: t("working"),
    gone: t("gone"),
    signedOut: t("signedOut"),
    reasonRequired: report("errors.reason-required"),
    conflicts: report.raw("conflicts") as DecisionWords["conflicts"],
  };
  return (
    <div>
      <h1>{t("title")}</h1>
      <p className="border-b pb-2 text-ink-soft tabular-nums">
        {waiting.length === 0 ? t("none") : t("lead", { count: waiting.length })}
      </p>
      <BulkBar words={await bulkWords()} isIdle={!waiting.some((one) => one.mayDecide)} />
      <ul className="divide-y">
        {waiting.map((one) => (
          <Report key={one.update.id} one={one} words={words} lang={lang} />
        ))}
      </ul>
    </div>
  );
}
