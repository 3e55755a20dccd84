import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FileLinks } from "@/components/evidence/file-links";
import type { ActionFormWords } from "@/components/forms/action-form";
import { getFormWords } from "@/components/forms/get-form-words";
import { mayReportOn } from "@/components/targets/get-next-action";
import { ReviewerAccount } from "@/components/targets/reviewer-account";
import { signatoryText } from "@/components/targets/signatory-text";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { ListSection } from "@/components/ui/list-section";
import { TypedText } from "@/components/ui/typed-text";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import { reportStateOf } from "@/lib/domain/targets/report-state";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import { capitalized } from "@/lib/i18n/translator";
import type { AccountOrigin, PersonNames } from "@/lib/views/account";
import type { UpdateView } from "@/lib/views/target-detail";
import { noReportText } from "@/lib/wording/format-latest";
import { withPeers } from "@/lib/wording/place-text";

const NOBODY: AccountOrigin = { openedBy: null, lastLink: null };

interface TargetUpdatesProps extends TargetPartProps {
  readonly actor: Actor;
  readonly person: PersonNames;
  /** By update; only for users who can read unapproved reports. */
  readonly reviewerAccounts: ReadonlyMap<string, AccountOrigin>;
}

/** The reports, one line each: value, state and author. A press opens the text, files and decision. */
export async function TargetUpdates(props: TargetUpdatesProps) {
  const { target, lang, actor } = props;
  const [t, words] = await Promise.all([getTranslations("target"), getFormWords()]);
  const mayPublish = can(actor, "evidence.change-visibility", { target: scopeOf(target) });
  const { updates, standing } = target;
  const state = reportStateOf({ ...standing, hasValue: standing.latest !== null });
  const none = state === "not-needed" ? capitalized(noReportText(standing, lang)) : t("updatesNone");
  const isSample = updates.length > 0 && updates.every((update) => update.illustrative);
  return (
    <>
      <ListSection title={t("updates")} none={none} count={updates.length}>
        {updates.map((update, index) => (
          <li key={update.id}>
            <details className="entry group" open={index === 0}>
              <ReportLine {...props} update={update} showsSample={!isSample} />
              <ReportBody
                {...props}
                update={update}
                words={mayPublish && update.state !== "draft" ? words : undefined}
              />
            </details>
          </li>
        ))}
      </ListSection>
      {isSample && <p className="border-t pt-2 text-sm text-ink-soft">{t("updatesSample")}</p>}
    </>
  );
}

interface ReportLineProps extends TargetUpdatesProps {
  readonly update: UpdateView;
  /** Not every report is a sample. */
  readonly showsSample: boolean;
}

async function ReportLine({ target, lang, person, update, showsSample }: ReportLineProps) {
  const [t, chart] = await Promise.all([getTranslations("target"), getTranslations("chart")]);
  const { metric } = target;
  const { value, reading } = update;
  const number = value === null ? "—" : formatMeasure(value, metric, lang, { precision: metric.precision });
  const remarks = [
    t(`states.${update.state}`),
    t("enteredBy", {
      author: signatoryText(update.author, person, lang),
      day: formatIsoDate(toCityDay(update.createdAt), lang),
    }),
    ...(update.supersedesId === null ? [] : [t("isCorrection")]),
    ...(update.illustrative && showsSample ? [t("sample")] : []),
    ...(metric.kind === "ratio" && reading.value !== null ? [chart("percentageOnly")] : []),
  ];
  return (
    <summary className="flex flex-wrap items-baseline gap-x-4 py-2">
      <span aria-hidden="true" className="text-ink-soft group-open:rotate-90 print:hidden">
        ▸
      </span>
      <span className="w-36 tabular-nums">{t("asOf", { day: formatIsoDate(reading.asOf, lang) })}</span>
      <strong className={`w-32 tabular-nums ${update.state === "superseded" ? "line-through" : ""}`}>
        {withPeers(number, reading.peers, lang)}
      </strong>
      <span className="min-w-0 text-sm text-ink-soft">{remarks.join(" · ")}</span>
    </summary>
  );
}

interface ReportBodyProps extends TargetUpdatesProps {
  readonly update: UpdateView;
  /** For users who can change the visibility of its files. */
  readonly words: ActionFormWords | undefined;
}

async function ReportBody({ target, lang, actor, person, reviewerAccounts, update, words }: ReportBodyProps) {
  const [t, report] = await Promise.all([getTranslations("target"), getTranslations("report")]);
  const passages = [
    ["problems", update.problems],
    ["next", update.nextStep],
    ["evidence", update.evidence],
  ] as const;
  return (
    <div className="grid gap-1 pb-3 pl-5">
      <TypedText text={update.note} />
      {passages
        .filter(([, text]) => text !== "")
        .map(([key, text]) => (
          <p key={key}>
            <span className="text-ink-soft">{t(key)}</span> <TypedText as="span" text={text} />
          </p>
        ))}
      {update.returnReason !== null && <p className="text-notice">{update.returnReason}</p>}
      <FileLinks files={update.files} showsVisibility={actor.kind === "user"} words={words} />
      {update.reviewer !== null && update.decidedAt !== null && (
        <p className="text-sm text-ink-soft">
          {t("decidedBy", {
            reviewer: signatoryText(update.reviewer, person, lang),
            day: formatIsoDate(toCityDay(update.decidedAt), lang),
          })}
        </p>
      )}
      {update.reviewer !== null && <ReviewerAccount {...(reviewerAccounts.get(update.id) ?? NOBODY)} person={person} />}
      {mayReportOn(target, actor) && update.state === "approved" && (
        <p>
          <Link
            href={`/targets/${target.code}/report?corrects=${update.id}`}
            prefetch={false}
            className="inline-block py-1 underline print:hidden"
            aria-label={report("correctOf", { day: formatIsoDate(update.reading.asOf, lang) })}
          >
            {report("correct")}
          </Link>
        </p>
      )}
    </div>
  );
}
