import { getTranslations } from "next-intl/server";
import { ForPerson } from "@/components/delegations/for-person";
import { ActionForm } from "@/components/forms/action-form";
import { AreaField, SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { DayLink } from "@/components/layout/day-link";
import { Disclosure } from "@/components/ui/disclosure";
import { TypedText } from "@/components/ui/typed-text";
import { judgeInstructionAction, replyToInstructionAction } from "@/lib/actions/instructions";
import { toCityDay } from "@/lib/domain/calendar/city-day";
import type { Colour } from "@/lib/domain/instructions/workflow";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { InstructionView } from "@/lib/views/instruction";

/** The slip's colour for borders: text in it would not be readable. Its name is always shown too. */
export const COLOUR_INK: Record<Colour, string> = {
  blue: "var(--badge-on-track)",
  yellow: "var(--badge-behind)",
  red: "var(--badge-far-behind)",
};

interface InstructionEntryProps {
  readonly instruction: InstructionView;
  readonly person: PersonNames;
  readonly lang: Language;
  /** The reader's permission, from can(). */
  readonly may: "reply" | "judge" | "read";
  /** Names the target, for lists outside its page. */
  readonly showTarget: boolean;
}

async function Head({ instruction, person, lang, showTarget }: Omit<InstructionEntryProps, "may">) {
  const t = await getTranslations("instructions");
  const { kind, colour, givenBy, sentAt, replyDueOn, state, isOverdue, code, title } = instruction;
  return (
    <div className="border-l-4 pl-3" style={{ borderColor: COLOUR_INK[colour] }}>
      <p>
        <strong>
          {t(`colours.${colour}`)} {t(`kinds.${kind}`)}
        </strong>{" "}
        · {givenBy} · {formatIsoDate(toCityDay(sentAt), lang)} · {t(`states.${state}`)}
        {state === "sent" && (
          <span className={isOverdue ? "font-bold text-notice" : ""}>
            {" "}
            · {t(isOverdue ? "overdue" : "replyBy", { day: formatIsoDate(replyDueOn, lang) })}
          </span>
        )}
      </p>
      {showTarget && (
        <DayLink href={`/targets/${code}`} prefetch={false} className="underline">
          {code} {title[lang]}
        </DayLink>
      )}
      {showTarget && <ForPerson name={instruction.standsInFor} person={person} />}
      <TypedText text={instruction.body} />
    </div>
  );
}

/** One instruction or slip with its replies, and the form that the reader may fill in. */
export async function InstructionEntry({ instruction, person, lang, may, showTarget }: InstructionEntryProps) {
  const [t, words] = await Promise.all([getTranslations("instructions"), getFormWords()]);
  const hidden = (
    <>
      <input type="hidden" name="instructionId" value={instruction.id} />
      <input type="hidden" name="version" value={instruction.version} />
    </>
  );
  return (
    <li className="grid gap-2 py-3">
      <Head instruction={instruction} person={person} lang={lang} showTarget={showTarget} />
      {instruction.replies.map((one) => (
        <div key={one.id} className="ml-4 border-l pl-3">
          <p className="text-sm text-ink-soft">
            {t("repliedBy", { author: person(one.author), day: formatIsoDate(toCityDay(one.repliedAt), lang) })}
          </p>
          <TypedText text={one.body} />
          {one.isAccepted !== null && (
            <p className={`text-sm ${one.isAccepted ? "" : "text-notice"}`}>
              {[t(one.isAccepted ? "accepted" : "refused"), one.judge && person(one.judge), one.judgement]
                .filter(Boolean)
                .join(" · ")}
            </p>
          )}
        </div>
      ))}
      {may === "reply" && instruction.state === "sent" && (
        <ActionForm action={replyToInstructionAction} words={words} label={t("reply")}>
          {hidden}
          <AreaField name="body" label={t("replyText")} />
          <SubmitButton>{t("reply")}</SubmitButton>
        </ActionForm>
      )}
      {may === "judge" && instruction.state !== "accepted" && instruction.state !== "withdrawn" && (
        <Disclosure title={t(instruction.state === "replied" ? "judge" : "withdraw")}>
          <ActionForm action={judgeInstructionAction} words={words}>
            {hidden}
            <AreaField name="note" label={t("note")} />
            <div className="flex flex-wrap gap-3">
              {instruction.state === "replied" && (
                <>
                  <SubmitButton name="decision" value="accept">
                    {t("accept")}
                  </SubmitButton>
                  <SubmitButton name="decision" value="refuse" variant="secondary">
                    {t("refuse")}
                  </SubmitButton>
                </>
              )}
              <SubmitButton name="decision" value="withdraw" variant="danger">
                {t("withdraw")}
              </SubmitButton>
            </div>
          </ActionForm>
        </Disclosure>
      )}
    </li>
  );
}
