import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { DayLink } from "@/components/layout/day-link";
import { Pagination, ShowAllLink } from "@/components/layout/list-links";
import { LightBadge } from "@/components/targets/light-badge";
import { buttonClass } from "@/components/ui/button";
import { ListSection } from "@/components/ui/list-section";
import { discardDraftAction } from "@/lib/actions/updates";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { capitalized } from "@/lib/i18n/translator";
import type { DeskView } from "@/lib/schemas/desk-view";
import type { PersonNames } from "@/lib/views/account";
import { type ListedUpdate, MY_LISTS, type MyList, type MyTarget, type MyWork as Work } from "@/lib/views/update";
import { formatLatest, noReportText } from "@/lib/wording/format-latest";

interface PartProps {
  readonly lang: Language;
}

interface TargetLineProps extends PartProps {
  readonly row: MyTarget;
  /** A report is due; one waiting for review does not count. */
  readonly isAwaited: boolean;
}

async function TargetLine({ row, lang, isAwaited }: TargetLineProps) {
  const t = await getTranslations("my");
  const { standing } = row;
  const latest = formatLatest(row, lang);
  const action = t(row.draftId === null ? "report" : "continue");
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2 md:grid-cols-[1fr_auto_6rem]">
      <div>
        <DayLink href={`/targets/${row.code}`} className="hover:underline" prefetch={false}>
          {row.code} {row.title[lang]}
        </DayLink>
        <p className="text-sm text-ink-soft tabular-nums">
          {latest === null || standing.latest === null
            ? capitalized(noReportText(standing, lang))
            : `${t("latest", { value: latest })} · ${t("asOf", { day: formatIsoDate(standing.latest.asOf, lang) })}`}
          {standing.nextReportDueOn !== null &&
            ` · ${t("due", { day: formatIsoDate(standing.nextReportDueOn, lang) })}`}
        </p>
        {row.waiting !== null && (
          <p className="text-sm text-success">{t("waits", { day: formatIsoDate(row.waiting.asOf, lang) })}</p>
        )}
      </div>
      <LightBadge {...standing} />
      {(isAwaited || row.waiting === null || row.draftId !== null) && (
        <DayLink
          href={`/targets/${row.code}/report${row.draftId === null ? "" : `?draft=${row.draftId}`}`}
          prefetch={false}
          aria-label={`${action} ${row.code}`}
          className={`${buttonClass({ variant: "primary" })} print:hidden`}
        >
          {action}
        </DayLink>
      )}
    </li>
  );
}

interface UpdateLineProps extends PartProps {
  readonly update: ListedUpdate;
  readonly action: ReactNode;
  /** The colleague who submitted it. */
  readonly by?: string;
}

async function UpdateLine({ update, lang, action, by }: UpdateLineProps) {
  const t = await getTranslations("my");
  const { target } = update;
  const when = update.state === "returned" ? update.decidedAt : update.submittedAt;
  const stamp = when === null ? null : formatIsoDate(toCityDay(when), lang);
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2 md:grid-cols-[1fr_auto]">
      <div>
        <DayLink href={`/targets/${target.code}`} className="hover:underline" prefetch={false}>
          {target.code} {target.title[lang]}
        </DayLink>
        <p className="text-sm text-ink-soft tabular-nums">
          {t("asOf", { day: formatIsoDate(update.day, lang) })}
          {by !== undefined && ` · ${by}`}
          {stamp !== null && ` · ${t(update.state === "returned" ? "returnedBy" : "sentOn", { day: stamp })}`}
        </p>
        {update.returnReason !== null && (
          <p className="text-sm text-notice">{t("reason", { reason: update.returnReason })}</p>
        )}
      </div>
      <div className="flex gap-2">{action}</div>
    </li>
  );
}

async function DraftActions({ update }: { readonly update: ListedUpdate }) {
  const [t, formWords] = await Promise.all([getTranslations("my"), getFormWords()]);
  return (
    <>
      <DayLink
        className={`${buttonClass()} self-start print:hidden`}
        prefetch={false}
        href={`/targets/${update.target.code}/report?draft=${update.id}`}
      >
        {t("continue")}
      </DayLink>
      <ActionForm
        action={discardDraftAction}
        words={formWords}
        toast={t("discarded")}
        confirmation={t("discardConfirm", { code: update.target.code })}
      >
        <input type="hidden" name="updateId" value={update.id} />
        <input type="hidden" name="version" value={update.version} />
        <SubmitButton variant="danger">{t("discard")}</SubmitButton>
      </ActionForm>
    </>
  );
}

const PLACE = "/my";

interface MyWorkProps extends PartProps {
  readonly work: Work;
  readonly view: DeskView<string>;
  readonly person: PersonNames;
  /** The department's other tasks. */
  readonly children: ReactNode;
}

/** All tasks of a reporter on one screen, due and late ones first. */
export async function MyWork({ work, view, person, lang, children }: MyWorkProps) {
  const t = await getTranslations("my");
  const own = MY_LISTS.find((list) => list === view.list);
  const isShown = (list: MyList) => view.list === null || view.list === list;
  const listed = (list: MyList) => {
    const [shown, total] = [work[list].length, work.totals[list]];
    return { count: total, more: view.list === null && <ShowAllLink {...{ place: PLACE, list, shown, total }} /> };
  };
  return (
    <div className="grid gap-8">
      <h1>{t("title")}</h1>
      {children}
      {view.list === null && work.toReport.length > 1 && (
        <DayLink href="/my/entry" prefetch={false} className={`${buttonClass({ variant: "primary" })} print:hidden`}>
          {t("several")}
        </DayLink>
      )}
      {isShown("toReport") && (
        <ListSection title={t("toReport")} none={t("toReportNone")} {...listed("toReport")}>
          {work.toReport.map((row) => (
            <TargetLine key={row.id} row={row} lang={lang} isAwaited />
          ))}
        </ListSection>
      )}
      {isShown("returned") && (
        <ListSection title={t("returned")} none={t("returnedNone")} {...listed("returned")}>
          {work.returned.map((update) => (
            <UpdateLine
              key={update.id}
              update={update}
              lang={lang}
              action={
                <DayLink
                  className={`${buttonClass({ variant: "primary" })} print:hidden`}
                  prefetch={false}
                  href={`/targets/${update.target.code}/report?from=${update.id}`}
                >
                  {t("resubmit")}
                </DayLink>
              }
            />
          ))}
        </ListSection>
      )}
      {isShown("drafts") && (
        <ListSection title={t("drafts")} none={t("draftsNone")} {...listed("drafts")}>
          {work.drafts.map((update) => (
            <UpdateLine key={update.id} update={update} lang={lang} action={<DraftActions update={update} />} />
          ))}
        </ListSection>
      )}
      {isShown("submitted") && (
        <ListSection title={t("submitted")} none={t("submittedNone")} {...listed("submitted")}>
          {work.submitted.map((update) => (
            <UpdateLine
              key={update.id}
              update={update}
              lang={lang}
              action={null}
              by={update.isOwn ? undefined : person(update.author)}
            />
          ))}
        </ListSection>
      )}
      {isShown("others") && (
        <ListSection title={t("others")} {...listed("others")}>
          {work.others.map((row) => (
            <TargetLine key={row.id} row={row} lang={lang} isAwaited={false} />
          ))}
        </ListSection>
      )}
      {own !== undefined && <Pagination place={PLACE} view={view} total={work.totals[own]} />}
    </div>
  );
}
