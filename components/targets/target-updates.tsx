import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FileLinks } from "@/components/evidence/file-links";
import { getFormWords } from "@/components/forms/get-form-words";
import { ReviewerAccount } from "@/components/targets/reviewer-account";
import { signatoryText } from "@/components/targets/signatory-text";
import { mayReportOn } from "@/components/targets/target-actions";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { ListSection } from "@/components/ui/list-section";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import { reportStateOf } from "@/lib/domain/targets/report-state";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import { capitalized } from "@/lib/i18n/translator";
import type { AccountOrigin, PersonNames } from "@/lib/views/account";
import { noReportText } from "@/lib/wording/format-latest";
import { withPeers } from "@/lib/wording/place-text";

const NOBODY: AccountOrigin = { openedBy: null, lastLink: null };

interface TargetUpdatesProps extends TargetPartProps {
  readonly actor: Actor;
  readonly person: PersonNames;
  /** By update; only for users who can read unapproved reports. */
  readonly reviewerAccounts: ReadonlyMap<string, AccountOrigin>;
}

/** The reports: value, author and time of entry. Corrected values stay readable. */
export async function TargetUpdates({ target, lang, actor, person, reviewerAccounts }: TargetUpdatesProps) {
  const [t, chart, report, words] = await Promise.all([
    getTranslations("target"),
    getTranslations("chart"),
    getTranslations("report"),
    getFormWords(),
  ]);
  const mayPublish = can(actor, "evidence.change-visibility", { target: scopeOf(target) });
  const mayCorrect = mayReportOn(target, actor);
  const { metric, updates, standing } = target;
  const state = reportStateOf({ ...standing, hasValue: standing.latest !== null });
  const none = state === "not-needed" ? capitalized(noReportText(standing, lang)) : t("updatesNone");
  return (
    <ListSection title={t("updates")} none={none} count={updates.length}>
      {updates.map((update) => (
        <li key={update.id} className="grid gap-x-4 py-2 md:grid-cols-[9rem_8rem_1fr]">
          <p className="tabular-nums">{t("asOf", { day: formatIsoDate(update.reading.asOf, lang) })}</p>
          <p className={`font-bold tabular-nums ${update.state === "superseded" ? "line-through" : ""}`}>
            {update.value === null
              ? "—"
              : withPeers(
                  formatMeasure(update.value, metric.unit, lang, { precision: metric.precision }),
                  update.reading.peers,
                  lang,
                )}
          </p>
          <div>
            <p className="whitespace-pre-wrap">{update.note}</p>
            {update.problems !== "" && (
              <p>
                <span className="text-ink-soft">{t("problems")}</span> {update.problems}
              </p>
            )}
            {update.nextStep !== "" && (
              <p>
                <span className="text-ink-soft">{t("next")}</span> {update.nextStep}
              </p>
            )}
            {update.returnReason !== null && <p className="text-notice">{update.returnReason}</p>}
            {update.evidence !== "" && (
              <p className="text-sm">
                <span className="text-ink-soft">{t("evidence")}</span> {update.evidence}
              </p>
            )}
            <FileLinks
              files={update.files}
              showsVisibility={actor.kind === "user"}
              words={mayPublish && update.state !== "draft" ? words : undefined}
            />
            <p className="text-sm text-ink-soft">
              {t(`states.${update.state}`)} ·{" "}
              {t("enteredBy", {
                author: signatoryText(update.author, person, lang),
                day: formatIsoDate(toCityDay(update.createdAt), lang),
              })}
              {update.reviewer !== null &&
                update.decidedAt !== null &&
                ` · ${t("decidedBy", { reviewer: signatoryText(update.reviewer, person, lang), day: formatIsoDate(toCityDay(update.decidedAt), lang) })}`}
              {update.supersedesId !== null && ` · ${t("isCorrection")}`}
              {update.illustrative && ` · ${t("sample")}`}
              {metric.kind === "ratio" && update.reading.value !== null && ` · ${chart("percentageOnly")}`}
              {mayCorrect && update.state === "approved" && (
                <>
                  {" · "}
                  <Link
                    href={`/targets/${target.code}/report?corrects=${update.id}`}
                    prefetch={false}
                    className="underline print:hidden"
                    aria-label={report("correctOf", { day: formatIsoDate(update.reading.asOf, lang) })}
                  >
                    {report("correct")}
                  </Link>
                </>
              )}
            </p>
            {update.reviewer !== null && (
              <ReviewerAccount {...(reviewerAccounts.get(update.id) ?? NOBODY)} person={person} />
            )}
          </div>
        </li>
      ))}
    </ListSection>
  );
}
