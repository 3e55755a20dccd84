import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { COLOUR_INK, InstructionEntry } from "@/components/instructions/instruction-entry";
import { InstructionForm } from "@/components/instructions/instruction-form";
import { Pagination, ShowAllLink } from "@/components/layout/list-links";
import { DeskHead } from "@/components/supervision/desk-head";
import { DeskRow } from "@/components/supervision/desk-row";
import { RequestEntry } from "@/components/supervision/request-entry";
import { DraftRow, UnsignedRow } from "@/components/supervision/target-rows";
import { LightBadge } from "@/components/targets/light-badge";
import { ListSection } from "@/components/ui/list-section";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { DeskView } from "@/lib/schemas/desk-view";
import type { PersonNames } from "@/lib/views/account";
import { type SlipProposal, SUPERVISION_LISTS, type Supervision, type SupervisionList } from "@/lib/views/supervision";

const PLACE = "/supervision";

/** The lists of short rows, of which the desk shows the first dozen. */
const COLLAPSES: Readonly<Record<SupervisionList, boolean>> = {
  proposals: true,
  requests: false,
  drafts: true,
  unsigned: true,
  instructions: false,
};

interface SupervisionDeskProps {
  readonly desk: Supervision;
  readonly view: DeskView<SupervisionList>;
  readonly actor: Actor;
  readonly person: PersonNames;
  readonly lang: Language;
}

async function Proposal({ proposal, mayDecide, lang }: { proposal: SlipProposal; mayDecide: boolean; lang: Language }) {
  const [t, supervision] = await Promise.all([getTranslations("instructions"), getTranslations("supervision")]);
  const { row, rule, daysLate, periodEnd, replyDueOn } = proposal;
  const day = formatIsoDate(periodEnd, lang);
  const body = t(`proposals.${rule.condition}`, { title: row.title[lang], day, days: daysLate });
  const actions = mayDecide && (
    <Panel
      id={`slip-${row.code}`}
      button={t("prepare")}
      label={t("prepareFor", { code: row.code })}
      title={t("prepareFor", { code: row.code })}
      close={supervision("close")}
    >
      <InstructionForm
        code={row.code}
        start={{ kind: "slip", colour: rule.colour, body, replyDueOn, rule: rule.key, periodEnd }}
      />
    </Panel>
  );
  return (
    <DeskRow row={row} lang={lang} actions={actions}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span>{row.owner.name[lang]}</span>
        <LightBadge {...row.standing} />
        <span className="border-l-4 pl-2" style={{ borderColor: COLOUR_INK[rule.colour] }}>
          {t("proposed", { colour: t(`colours.${rule.colour}`) })}
        </span>
        {daysLate > 0 && <span>{t("daysLate", { days: daysLate })}</span>}
      </p>
    </DeskRow>
  );
}

/** Who has not done what, then what the office decides; lists without entries take one line. */
export async function SupervisionDesk({ desk, view, actor, person, lang }: SupervisionDeskProps) {
  const [t, punctuation] = await Promise.all([getTranslations("supervision"), getTranslations("punctuation")]);
  const mayDecide = can(actor, "supervision.decide", null);
  const rest = (count: number) => t("rest", { count });
  const entries: Record<SupervisionList, readonly ReactNode[]> = {
    proposals: desk.proposals.map((one) => (
      <Proposal key={one.row.code} proposal={one} mayDecide={mayDecide} lang={lang} />
    )),
    requests: desk.requests.map((one) => (
      <RequestEntry key={one.id} request={one} actor={actor} person={person} lang={lang} showTarget />
    )),
    drafts: desk.drafts.map((one) => <DraftRow key={one.row.code} draft={one} mayDecide={mayDecide} lang={lang} />),
    unsigned: desk.unsigned.map((one) => (
      <UnsignedRow key={one.row.code} one={one} replyDueOn={desk.replyDueOn} mayDecide={mayDecide} lang={lang} />
    )),
    instructions: desk.instructions.map((one) => (
      <InstructionEntry
        key={one.id}
        instruction={one}
        person={person}
        lang={lang}
        may={mayDecide ? "judge" : "read"}
        showTarget
      />
    )),
  };
  const shown = SUPERVISION_LISTS.filter((list) => view.list === null || view.list === list);
  const empty = shown.filter((list) => desk.totals[list] === 0);
  return (
    <div className="grid gap-6">
      <DeskHead totals={desk.totals} mayCreate={can(actor, "target.create", null)} />
      {shown
        .filter((list) => desk.totals[list] > 0)
        .map((list) => (
          <div key={list} id={list} className="scroll-mt-4">
            <ListSection
              title={t(list)}
              count={desk.totals[list]}
              {...(COLLAPSES[list] && { rest })}
              more={
                view.list === null && (
                  <ShowAllLink place={PLACE} list={list} shown={entries[list].length} total={desk.totals[list]} />
                )
              }
            >
              {entries[list]}
            </ListSection>
          </div>
        ))}
      {empty.length > 0 && (
        <p className="text-ink-soft">
          {t("nothing", { lists: empty.map((list) => t(list)).join(punctuation("enumeration")) })}
        </p>
      )}
      {view.list !== null && <Pagination place={PLACE} view={view} total={desk.totals[view.list]} />}
    </div>
  );
}
