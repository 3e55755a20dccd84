import { getMessages, getTranslations } from "next-intl/server";
import { COLOUR_INK } from "@/components/instructions/instruction-entry";
import { InstructionForm } from "@/components/instructions/instruction-form";
import { DayLink } from "@/components/layout/day-link";
import { SLIP_FORM, SlipBar } from "@/components/supervision/slip-bar";
import { LightBadge } from "@/components/targets/light-badge";
import { Checkbox } from "@/components/ui/checkbox";
import { FormPanel } from "@/components/ui/form-panel";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { compileMessages } from "@/lib/i18n/compile-message";
import type { Language } from "@/lib/i18n/languages";
import type { LateEntry } from "@/lib/views/supervision";
import { slipBody } from "@/lib/wording/slip-body";

interface LateProps {
  readonly mayDecide: boolean;
  readonly replyDueOn: IsoDate;
  readonly lang: Language;
}

/** The slip of one row, to be changed before it is sent. */
async function SlipPanel({ entry: { row, proposal }, replyDueOn, lang }: LateProps & { readonly entry: LateEntry }) {
  const [t, supervision] = await Promise.all([getTranslations("instructions"), getTranslations("supervision")]);
  if (proposal === null) return null;
  const { rule, periodEnd } = proposal;
  const label = t("prepareFor", { code: row.code });
  const body = slipBody({ ...proposal, row }, lang);
  return (
    <FormPanel id={`slip-${row.code}`} button={t("prepare")} label={label} title={label} close={supervision("close")}>
      <InstructionForm
        code={row.code}
        start={{ kind: "slip", colour: rule.colour, body, replyDueOn, rule: rule.key, periodEnd }}
      />
    </FormPanel>
  );
}

async function LateRow({ entry, ...props }: LateProps & { readonly entry: LateEntry }) {
  const { row, dueOn, daysLate, periodEnd, proposal, sentOn, submittedOn } = entry;
  const { mayDecide, lang } = props;
  const [t, slips] = await Promise.all([getTranslations("supervision"), getTranslations("instructions")]);
  const isTickable = mayDecide && proposal !== null;
  const day = (on: IsoDate) => formatIsoDate(on, lang);
  return (
    <li className="grid grid-cols-[1.75rem_1fr] items-center gap-x-2 gap-y-1 py-1.5 md:grid-cols-[1.75rem_1fr_auto]">
      <div className="self-start print:hidden">
        {isTickable && (
          <Checkbox form={SLIP_FORM} name="chosen" value={`${row.code} ${proposal.rule.key} ${proposal.periodEnd}`}>
            <span className="sr-only">{t("tick", { code: row.code })}</span>
          </Checkbox>
        )}
      </div>
      <div>
        <DayLink href={`/targets/${row.code}`} prefetch={false} className="underline">
          {row.code} {row.title[lang]}
        </DayLink>
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-soft tabular-nums">
          <span>{row.owner.name[lang]}</span>
          {dueOn === null ? (
            <LightBadge {...row.standing} />
          ) : (
            <>
              <strong className="text-notice">{slips("daysLate", { days: daysLate })}</strong>
              <span>{t("periodDue", { period: day(periodEnd), due: day(dueOn) })}</span>
            </>
          )}
          {submittedOn !== null && <span>{t("waitsForReview", { day: day(submittedOn) })}</span>}
          {proposal !== null && (
            <span className="border-l-4 pl-2" style={{ borderColor: COLOUR_INK[proposal.rule.colour] }}>
              {slips("proposed", { colour: slips(`colours.${proposal.rule.colour}`) })}
            </span>
          )}
          {proposal === null && sentOn !== null && <span>{t("slipSent", { day: day(sentOn) })}</span>}
        </p>
      </div>
      {mayDecide && (
        <div className="max-md:col-start-2 print:hidden">
          <SlipPanel entry={entry} {...props} />
        </div>
      )}
    </li>
  );
}

interface LateListProps extends LateProps {
  readonly entries: readonly LateEntry[];
}

/** Who is late, since when, and the slips to send: one by one, or those that are ticked. */
export async function LateList({ entries, ...props }: LateListProps) {
  const { supervision } = await getMessages();
  const hasSlips = props.mayDecide && entries.some(({ proposal }) => proposal !== null);
  return (
    <>
      {hasSlips && <SlipBar words={compileMessages(props.lang, supervision.bulk, "send", "confirm", "done")} />}
      <ul className="divide-y">
        {entries.map((entry) => (
          <LateRow key={entry.row.code} entry={entry} {...props} />
        ))}
      </ul>
    </>
  );
}
