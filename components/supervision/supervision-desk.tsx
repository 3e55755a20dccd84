import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { COLOUR_INK, InstructionEntry } from "@/components/instructions/instruction-entry";
import { InstructionForm } from "@/components/instructions/instruction-form";
import { DayLink } from "@/components/layout/day-link";
import { Pagination, ShowAllLink } from "@/components/layout/list-links";
import { RequestEntry } from "@/components/supervision/request-entry";
import { LightBadge } from "@/components/targets/light-badge";
import { buttonClass } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { ListSection } from "@/components/ui/list-section";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { DeskView } from "@/lib/schemas/desk-view";
import type { PersonNames } from "@/lib/views/account";
import type { SlipProposal, Supervision, SupervisionList } from "@/lib/views/supervision";
import type { TargetRow } from "@/lib/views/target";

const PLACE = "/supervision";

interface SupervisionDeskProps {
  readonly desk: Supervision;
  readonly view: DeskView<SupervisionList>;
  readonly actor: Actor;
  readonly person: PersonNames;
  readonly lang: Language;
}

function Entry({ row, lang, children }: { row: TargetRow; lang: Language; children: ReactNode }) {
  return (
    <li className="grid gap-1 py-2">
      <DayLink href={`/targets/${row.code}`} prefetch={false} className="underline">
        {row.code} {row.title[lang]}
      </DayLink>
      <div className="text-sm text-ink-soft">{children}</div>
    </li>
  );
}

async function Proposal({ proposal, mayDecide, lang }: { proposal: SlipProposal; mayDecide: boolean; lang: Language }) {
  const t = await getTranslations("instructions");
  const { row, rule, daysLate, periodEnd, replyDueOn } = proposal;
  const day = formatIsoDate(periodEnd, lang);
  const body = t(`proposals.${rule.condition}`, { title: row.title[lang], day, days: daysLate });
  return (
    <Entry row={row} lang={lang}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span>{row.owner.name[lang]}</span>
        <LightBadge {...row.standing} />
        <span className="border-l-4 pl-2" style={{ borderColor: COLOUR_INK[rule.colour] }}>
          {t("proposed", { colour: t(`colours.${rule.colour}`) })}
        </span>
        {daysLate > 0 && <span>{t("daysLate", { days: daysLate })}</span>}
      </p>
      {mayDecide && (
        <Disclosure title={t("prepare")}>
          <InstructionForm
            code={row.code}
            start={{ kind: "slip", colour: rule.colour, body, replyDueOn, rule: rule.key, periodEnd }}
          />
        </Disclosure>
      )}
    </Entry>
  );
}

/** Everything waiting for the supervision office, decisions first. */
export async function SupervisionDesk({ desk, view, actor, person, lang }: SupervisionDeskProps) {
  const [t, life] = await Promise.all([getTranslations("supervision"), getTranslations("life")]);
  const mayDecide = can(actor, "supervision.decide", null);
  const rest = (count: number) => t("rest", { count });
  const isShown = (list: SupervisionList) => view.list === null || view.list === list;
  const listed = (list: SupervisionList) => {
    const [shown, total] = [desk[list].length, desk.totals[list]];
    const more = view.list === null && <ShowAllLink place={PLACE} list={list} shown={shown} total={total} />;
    return { count: total, more };
  };
  return (
    <div className="grid gap-8">
      <header className="flex flex-wrap items-baseline justify-between gap-3">
        <h1>{t("title")}</h1>
        {can(actor, "target.create", null) && (
          <DayLink
            href="/targets/new"
            prefetch={false}
            className={`${buttonClass({ variant: "primary" })} print:hidden`}
          >
            {t("newTarget")}
          </DayLink>
        )}
      </header>
      {isShown("requests") && (
        <ListSection title={t("requests")} none={t("requestsNone")} {...listed("requests")}>
          {desk.requests.map((one) => (
            <RequestEntry key={one.id} request={one} actor={actor} person={person} lang={lang} showTarget />
          ))}
        </ListSection>
      )}
      {isShown("instructions") && (
        <ListSection title={t("instructions")} none={t("instructionsNone")} {...listed("instructions")}>
          {desk.instructions.map((one) => (
            <InstructionEntry
              key={one.id}
              instruction={one}
              person={person}
              lang={lang}
              may={mayDecide ? "judge" : "read"}
              showTarget
            />
          ))}
        </ListSection>
      )}
      {isShown("proposals") && (
        <ListSection title={t("proposals")} none={t("proposalsNone")} {...listed("proposals")} rest={rest}>
          {desk.proposals.map((one) => (
            <Proposal key={one.row.code} proposal={one} mayDecide={mayDecide} lang={lang} />
          ))}
        </ListSection>
      )}
      {isShown("unsigned") && (
        <ListSection title={t("unsigned")} none={t("unsignedNone")} {...listed("unsigned")} rest={rest}>
          {desk.unsigned.map(({ row, dueOn, isLate }) => (
            <Entry key={row.code} row={row} lang={lang}>
              {row.owner.name[lang]}
              {dueOn !== null && (
                <span className={isLate ? "font-bold text-notice" : ""}>
                  {" · "}
                  {life(isLate ? "receiveLate" : "receiveBy", { day: formatIsoDate(dueOn, lang) })}
                </span>
              )}
            </Entry>
          ))}
        </ListSection>
      )}
      {isShown("drafts") && (
        <ListSection title={t("drafts")} none={t("draftsNone")} {...listed("drafts")} rest={rest}>
          {desk.drafts.map(({ row, missing }) => (
            <Entry key={row.code} row={row} lang={lang}>
              {row.owner.name[lang]} · {missing === null ? t("ready") : t(`missing.${missing}`)}
            </Entry>
          ))}
        </ListSection>
      )}
      {view.list !== null && <Pagination place={PLACE} view={view} total={desk.totals[view.list]} />}
    </div>
  );
}
