import { getTranslations } from "next-intl/server";
import { ForPerson } from "@/components/delegations/for-person";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { InstructionEntry } from "@/components/instructions/instruction-entry";
import { DayLink } from "@/components/layout/day-link";
import { Pagination, ShowAllLink } from "@/components/layout/list-links";
import { RequestEntry } from "@/components/supervision/request-entry";
import { buttonClass } from "@/components/ui/button";
import { ListSection } from "@/components/ui/list-section";
import { transitionTargetAction } from "@/lib/actions/targets";
import type { Actor } from "@/lib/domain/permissions/actor";
import { principalOf } from "@/lib/domain/permissions/delegation";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { DeskView } from "@/lib/schemas/desk-view";
import type { PersonNames } from "@/lib/views/account";
import { type PendingTasks as DutyLists, PENDING_LISTS, type PendingList } from "@/lib/views/department";
import { formatPromise } from "@/lib/wording/format-promise";

interface PendingTasksProps {
  readonly duties: DutyLists | null;
  /** The path of the desk. */
  readonly place: string;
  readonly view: DeskView<string>;
  readonly actor: Actor;
  readonly person: PersonNames;
  readonly lang: Language;
}

interface ToReceiveProps extends Pick<PendingTasksProps, "actor" | "person" | "lang"> {
  readonly one: DutyLists["toReceive"][number];
}

async function ToReceive({ one, actor, person, lang }: ToReceiveProps) {
  const [t, words] = await Promise.all([getTranslations("life"), getFormWords()]);
  const { row, dueOn, isLate } = one;
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2 md:grid-cols-[1fr_auto]">
      <div>
        <DayLink href={`/targets/${row.code}`} className="underline" prefetch={false}>
          {row.code} {row.title[lang]}
        </DayLink>
        <ForPerson name={principalOf(actor, row.owner.slug)?.name ?? null} person={person} />
        <p className="text-sm text-ink-soft">
          {formatPromise(row, lang)}
          {dueOn !== null && (
            <span className={isLate ? "font-bold text-notice" : ""}>
              {" · "}
              {t(isLate ? "receiveLate" : "receiveBy", { day: formatIsoDate(dueOn, lang) })}
            </span>
          )}
        </p>
      </div>
      <ActionForm action={transitionTargetAction} words={words} label={`${t("receive")} ${row.code}`}>
        <input type="hidden" name="code" value={row.code} />
        <input type="hidden" name="step" value="receive" />
        <SubmitButton>{t("receive")}</SubmitButton>
      </ActionForm>
    </li>
  );
}

/** Targets to receive, instructions to answer, and open requests; empty lists are hidden. */
export async function PendingTasks({ duties, place, view, actor, person, lang }: PendingTasksProps) {
  const [life, t, bulk] = await Promise.all([
    getTranslations("life"),
    getTranslations("instructions"),
    getTranslations("bulk"),
  ]);
  if (duties === null) return null;
  const { toReceive, instructions, requests, totals } = duties;
  const own = PENDING_LISTS.find((list) => list === view.list);
  if (own === undefined && toReceive.length + instructions.length + requests.length === 0) return null;
  const listed = (list: PendingList) => {
    const [shown, total] = [duties[list].length, totals[list]];
    return { count: total, more: own === undefined && <ShowAllLink {...{ place, list, shown, total }} /> };
  };
  return (
    <div className="mb-8 grid gap-8">
      {toReceive.length > 0 && (
        <ListSection
          title={life("toReceive")}
          count={totals.toReceive}
          more={
            <>
              {listed("toReceive").more}
              {totals.toReceive > 1 && (
                <DayLink href="/targets/bulk/receive" prefetch={false} className={`${buttonClass()} mt-2 print:hidden`}>
                  {bulk("several.receive")}
                </DayLink>
              )}
            </>
          }
        >
          {toReceive.map((one) => (
            <ToReceive key={one.row.code} one={one} actor={actor} person={person} lang={lang} />
          ))}
        </ListSection>
      )}
      {instructions.length > 0 && (
        <ListSection title={t("toAnswer")} {...listed("instructions")}>
          {instructions.map((one) => (
            <InstructionEntry key={one.id} instruction={one} person={person} lang={lang} may="reply" showTarget />
          ))}
        </ListSection>
      )}
      {requests.length > 0 && (
        <ListSection title={life("requests")} {...listed("requests")}>
          {requests.map((one) => (
            <RequestEntry key={one.id} request={one} actor={actor} person={person} lang={lang} showTarget />
          ))}
        </ListSection>
      )}
      {own !== undefined && <Pagination place={place} view={view} total={totals[own]} />}
    </div>
  );
}
