import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { InstructionEntry } from "@/components/instructions/instruction-entry";
import { DayLink } from "@/components/layout/day-link";
import { Pagination, ShowAllLink } from "@/components/layout/list-links";
import { DeskHead } from "@/components/supervision/desk-head";
import { LateList } from "@/components/supervision/late-list";
import { MatrixSection } from "@/components/supervision/matrix-section";
import { MonthCalendar } from "@/components/supervision/month-calendar";
import { RequestEntry } from "@/components/supervision/request-entry";
import { DraftRow, UnsignedRow } from "@/components/supervision/target-rows";
import { TypingTimeNote } from "@/components/supervision/typing-time";
import { VacancySection } from "@/components/supervision/vacancy-section";
import { buttonClass } from "@/components/ui/button";
import { ShowMore } from "@/components/ui/show-more";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import type { Language } from "@/lib/i18n/languages";
import type { DeskView } from "@/lib/schemas/desk-view";
import type { PersonNames } from "@/lib/views/account";
import { SUPERVISION_LISTS, type Supervision, type SupervisionList } from "@/lib/views/supervision";
import type { Vacancy } from "@/lib/views/vacancy";

const PLACE = "/supervision";

interface SupervisionDeskProps {
  readonly desk: Supervision;
  /** Null where the desk shows one list, or an earlier day. */
  readonly vacancies: readonly Vacancy[] | null;
  readonly view: DeskView<SupervisionList>;
  /** Whether the table has all departments, or the first ten. */
  readonly allDepartments: boolean;
  /** An earlier day: nothing can be sent or issued there. */
  readonly isLookingBack: boolean;
  readonly today: IsoDate;
  readonly actor: Actor;
  readonly person: PersonNames;
  readonly lang: Language;
}

/** Who has not done what, then what the office decides; lists without entries take one line. */
export async function SupervisionDesk(props: SupervisionDeskProps) {
  const { desk, vacancies, view, allDepartments, isLookingBack, today, actor, person, lang } = props;
  const [t, punctuation, bulk] = await Promise.all([
    getTranslations("supervision"),
    getTranslations("punctuation"),
    getTranslations("bulk"),
  ]);
  const mayDecide = can(actor, "supervision.decide", null);
  const acting = { mayDecide: mayDecide && !isLookingBack, replyDueOn: desk.replyDueOn, lang };
  const judging = { person, lang, may: mayDecide ? "judge" : "read", showTarget: true } as const;
  const rest = (count: number) => t("rest", { count });
  const lists: Record<SupervisionList, ReactNode> = {
    late: <LateList entries={desk.late} {...acting} />,
    requests: (
      <ul className="divide-y">
        {desk.requests.map((one) => (
          <RequestEntry key={one.id} request={one} actor={actor} person={person} lang={lang} showTarget />
        ))}
      </ul>
    ),
    drafts: (
      <ShowMore label={rest}>
        {desk.drafts.map((one) => (
          <DraftRow key={one.row.code} draft={one} {...acting} />
        ))}
      </ShowMore>
    ),
    unsigned: (
      <ShowMore label={rest}>
        {desk.unsigned.map((one) => (
          <UnsignedRow key={one.row.code} one={one} {...acting} />
        ))}
      </ShowMore>
    ),
    instructions: (
      <ul className="divide-y">
        {desk.instructions.map((one) => (
          <InstructionEntry key={one.id} instruction={one} {...judging} />
        ))}
      </ul>
    ),
  };
  const shown = SUPERVISION_LISTS.filter((list) => view.list === null || view.list === list);
  const empty = shown.filter((list) => desk.totals[list] === 0);
  return (
    <div className="grid grid-cols-1 gap-6">
      <DeskHead desk={desk} mayCreate={can(actor, "target.create", null)} today={today} />
      {desk.matrix !== null && <MatrixSection matrix={desk.matrix} isWhole={allDepartments} lang={lang} />}
      {shown
        .filter((list) => desk.totals[list] > 0)
        .map((list) => (
          <section key={list} id={list} className="scroll-mt-4">
            <h2 className="border-b pb-1">
              {t(list)} <span className="font-normal text-ink-soft tabular-nums">{desk.totals[list]}</span>
            </h2>
            {list === "drafts" && acting.mayDecide && desk.drafts.some(({ row }) => row.terms.state === "draft") && (
              <DayLink href="/targets/bulk/issue" prefetch={false} className={`${buttonClass()} mt-2 print:hidden`}>
                {bulk("several.issue")}
              </DayLink>
            )}
            {lists[list]}
            {view.list === null && (
              <ShowAllLink place={PLACE} list={list} shown={desk[list].length} total={desk.totals[list]} />
            )}
          </section>
        ))}
      {vacancies !== null && (
        <VacancySection vacancies={vacancies} mayAdminister={can(actor, "administration", null)} lang={lang} />
      )}
      {desk.calendar !== null && <MonthCalendar calendar={desk.calendar} lang={lang} />}
      {desk.typing !== null && <TypingTimeNote load={desk.typing} />}
      {empty.length > 0 && (
        <p className="text-ink-soft">
          {t("nothing", { lists: empty.map((list) => t(list)).join(punctuation("enumeration")) })}
        </p>
      )}
      {view.list !== null && <Pagination place={PLACE} view={view} total={desk.totals[view.list]} />}
    </div>
  );
}
