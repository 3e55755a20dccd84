import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { InstructForm } from "@/components/instructions/instruct-form";
import { COLOUR_INK, InstructionEntry } from "@/components/instructions/instruction-entry";
import { DayLink } from "@/components/layout/day-link";
import { RequestEntry } from "@/components/supervision/request-entry";
import { LightBadge } from "@/components/targets/light-badge";
import { AllLink, DeskPages } from "@/components/ui/desk-lists";
import { Fold } from "@/components/ui/fold";
import { ListedSection } from "@/components/ui/listed-section";
import type { Actor } from "@/lib/domain/permissions/actor";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { DeskView } from "@/lib/schemas/desk-view";
import type { Supervision, SupervisionList } from "@/lib/server/supervision/data";
import type { SlipProposal } from "@/lib/server/supervision/slips";
import type { TargetRow } from "@/lib/server/targets/types";

const PLACE = "/supervision";

interface SupervisionDeskProps {
  readonly desk: Supervision;
  readonly view: DeskView<SupervisionList>;
  readonly actor: Actor;
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

async function Proposal({ proposal, isSender, lang }: { proposal: SlipProposal; isSender: boolean; lang: Language }) {
  const t = await getTranslations("instructions");
  const { row, rule, daysLate, periodEnd, replyDueOn } = proposal;
  const day = formatIsoDate(periodEnd, lang);
  const body = t(`proposals.${rule.condition}`, { title: row.title[lang], day, days: daysLate });
  return (
    <Entry row={row} lang={lang}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span>{row.owner.name[lang]}</span>
        <LightBadge {...row.standing} />
        <span style={{ color: COLOUR_INK[rule.colour] }}>{t("proposed", { colour: t(`colours.${rule.colour}`) })}</span>
        {daysLate > 0 && <span>{t("daysLate", { days: daysLate })}</span>}
      </p>
      {isSender && (
        <Fold title={t("prepare")}>
          <InstructForm
            code={row.code}
            start={{ kind: "slip", colour: rule.colour, body, replyDueOn, rule: rule.key, periodEnd }}
          />
        </Fold>
      )}
    </Entry>
  );
}

/** Everything that waits for the supervision office, the decisions first. */
export async function SupervisionDesk({ desk, view, actor, lang }: SupervisionDeskProps) {
  const [t, life] = await Promise.all([getTranslations("supervision"), getTranslations("life")]);
  const isSender = actor.kind === "user" && actor.officeRole === "supervisor";
  const rest = (count: number) => t("rest", { count });
  const isShown = (list: SupervisionList) => view.list === null || view.list === list;
  const listed = (list: SupervisionList) => {
    const [shown, total] = [desk[list].length, desk.totals[list]];
    const more = view.list === null && <AllLink place={PLACE} list={list} shown={shown} total={total} />;
    return { count: total, more };
  };
  return (
    <div className="grid gap-8">
      <header className="flex flex-wrap items-baseline justify-between gap-3">
        <h1>{t("title")}</h1>
        {isSender && (
          <DayLink
            href="/targets/new"
            prefetch={false}
            className="border border-accent px-4 py-2 font-bold text-accent print:hidden"
          >
            {t("newTarget")}
          </DayLink>
        )}
      </header>
      {isShown("requests") && (
        <ListedSection title={t("requests")} none={t("requestsNone")} {...listed("requests")}>
          {desk.requests.map((one) => (
            <RequestEntry key={one.id} request={one} actor={actor} lang={lang} showTarget />
          ))}
        </ListedSection>
      )}
      {isShown("instructions") && (
        <ListedSection title={t("instructions")} none={t("instructionsNone")} {...listed("instructions")}>
          {desk.instructions.map((one) => (
            <InstructionEntry key={one.id} instruction={one} lang={lang} may={isSender ? "judge" : "read"} showTarget />
          ))}
        </ListedSection>
      )}
      {isShown("proposals") && (
        <ListedSection title={t("proposals")} none={t("proposalsNone")} {...listed("proposals")} rest={rest}>
          {desk.proposals.map((one) => (
            <Proposal key={one.row.code} proposal={one} isSender={isSender} lang={lang} />
          ))}
        </ListedSection>
      )}
      {isShown("unsigned") && (
        <ListedSection title={t("unsigned")} none={t("unsignedNone")} {...listed("unsigned")} rest={rest}>
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
        </ListedSection>
      )}
      {isShown("drafts") && (
        <ListedSection title={t("drafts")} none={t("draftsNone")} {...listed("drafts")} rest={rest}>
          {desk.drafts.map(({ row, missing }) => (
            <Entry key={row.code} row={row} lang={lang}>
              {row.owner.name[lang]} · {missing === null ? t("ready") : t(`missing.${missing}`)}
            </Entry>
          ))}
        </ListedSection>
      )}
      {view.list !== null && <DeskPages place={PLACE} view={view} total={desk.totals[view.list]} />}
    </div>
  );
}
