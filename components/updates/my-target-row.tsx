import { getTranslations } from "next-intl/server";
import { ForPerson } from "@/components/delegations/for-person";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { DayLink } from "@/components/layout/day-link";
import { LightBadge } from "@/components/targets/light-badge";
import { buttonClass } from "@/components/ui/button";
import { SubmittedReport, WithdrawForm } from "@/components/updates/submitted-report";
import { discardDraftAction } from "@/lib/actions/updates";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { capitalized } from "@/lib/i18n/translator";
import type { PersonNames } from "@/lib/views/account";
import type { ListedUpdate, MyList, MyTarget } from "@/lib/views/update";
import { formatLatest, noReportText } from "@/lib/wording/format-latest";

interface RowProps {
  readonly row: MyTarget;
  readonly list: MyList;
  readonly lang: Language;
}

interface NextAction {
  readonly label: "report" | "reportEarly" | "continue" | "resubmit";
  readonly query: string;
}

/** Exactly one: what is begun is continued, what came back is changed, what is due is reported. */
function nextActionOf({ drafts, unanswered, waiting }: MyTarget, list: MyList): NextAction | null {
  const [draft] = drafts;
  if (draft !== undefined) return { label: "continue", query: `?draft=${draft.id}` };
  const [ended] = unanswered;
  if (ended !== undefined) return { label: "resubmit", query: `?from=${ended.id}` };
  if (list === "toReport") return { label: "report", query: "" };
  return waiting.length > 0 ? null : { label: "reportEarly", query: "" };
}

/** The reports that the reader may still withdraw. */
function Withdrawable({ row }: Pick<RowProps, "row">) {
  const own = row.waiting.filter((one) => one.isOwn);
  return own.map((update) => <WithdrawForm key={update.id} update={update} />);
}

async function NextActionLink({ row, list }: Omit<RowProps, "lang">) {
  const t = await getTranslations("my");
  const next = nextActionOf(row, list);
  if (next === null) return null;
  return (
    <DayLink
      href={`/targets/${row.code}/report${next.query}`}
      prefetch={false}
      aria-label={`${t(next.label)} ${row.code}`}
      className={`${buttonClass({ variant: list === "notDue" ? "secondary" : "primary" })} print:hidden`}
    >
      {t(next.label)}
    </DayLink>
  );
}

async function Facts({ row, lang }: Omit<RowProps, "list">) {
  const t = await getTranslations("my");
  const { standing } = row;
  const latest = formatLatest(row, lang);
  return (
    <p className="text-sm text-ink-soft tabular-nums">
      {latest === null || standing.latest === null
        ? capitalized(noReportText(standing, lang))
        : `${t("latest", { value: latest })} · ${t("asOf", { day: formatIsoDate(standing.latest.asOf, lang) })}`}
      {standing.nextReportDueOn !== null && ` · ${t("due", { day: formatIsoDate(standing.nextReportDueOn, lang) })}`}
    </p>
  );
}

async function Ended({ update, lang }: { readonly update: ListedUpdate; readonly lang: Language }) {
  const t = await getTranslations("my");
  const on = update.decidedAt === null ? "" : formatIsoDate(toCityDay(update.decidedAt), lang);
  const key = update.state === "withdrawn" ? "withdrawnOn" : "returnedOn";
  return (
    <div className="text-sm">
      <p className="text-ink-soft tabular-nums">{t(key, { day: formatIsoDate(update.day, lang), on })}</p>
      {update.returnReason !== null && <p className="text-notice">{t("reason", { reason: update.returnReason })}</p>}
    </div>
  );
}

interface DraftProps {
  readonly update: ListedUpdate;
  /** The row's next action continues it. */
  readonly isFirst: boolean;
  readonly lang: Language;
}

async function Draft({ update, isFirst, lang }: DraftProps) {
  const [t, formWords] = await Promise.all([getTranslations("my"), getFormWords()]);
  const { code } = update.target;
  const day = formatIsoDate(update.day, lang);
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-sm text-ink-soft tabular-nums">
      {isFirst ? (
        t("draftOf", { day })
      ) : (
        <DayLink
          href={`/targets/${code}/report?draft=${update.id}`}
          prefetch={false}
          className="inline-block py-1 underline"
        >
          {t("otherDraft", { day })}
        </DayLink>
      )}
      <ActionForm
        action={discardDraftAction}
        words={formWords}
        toast={t("discarded")}
        confirmation={t("discardConfirm", { code })}
      >
        <input type="hidden" name="updateId" value={update.id} />
        <input type="hidden" name="version" value={update.version} />
        <SubmitButton variant="danger">{t("discard")}</SubmitButton>
      </ActionForm>
    </div>
  );
}

interface MyTargetRowProps extends RowProps {
  /** The absent person for whom the reader reports on it. */
  readonly standsInFor: string | null;
  readonly person: PersonNames;
}

/** One target of the desk: where it stands, what is open on it, and the next action. */
export async function MyTargetRow({ row, list, standsInFor, person, lang }: MyTargetRowProps) {
  return (
    <li className="grid items-start gap-x-4 gap-y-1 py-3 md:grid-cols-[1fr_8rem_9rem]">
      <div className="grid gap-1">
        <p>
          <DayLink href={`/targets/${row.code}`} className="hover:underline" prefetch={false}>
            {row.code} {row.title[lang]}
          </DayLink>
          <ForPerson name={standsInFor} person={person} />
        </p>
        <Facts row={row} lang={lang} />
        {row.unanswered.map((update) => (
          <Ended key={update.id} update={update} lang={lang} />
        ))}
        {row.drafts.map((update, index) => (
          <Draft key={update.id} update={update} isFirst={index === 0} lang={lang} />
        ))}
        {row.waiting.map((update) => (
          <SubmittedReport key={update.id} row={row} update={update} person={person} lang={lang} />
        ))}
      </div>
      <LightBadge {...row.standing} />
      <div className="flex flex-wrap gap-2 md:justify-end">
        <NextActionLink row={row} list={list} />
        <Withdrawable row={row} />
      </div>
    </li>
  );
}
