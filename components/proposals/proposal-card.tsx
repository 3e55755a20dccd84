import { getTranslations } from "next-intl/server";
import { ActionForm, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { DayLink } from "@/components/layout/day-link";
import { CorrectionForm } from "@/components/proposals/correction-form";
import { MergeForm } from "@/components/proposals/merge-form";
import { ProposalFacts } from "@/components/proposals/proposal-facts";
import type { Opened } from "@/components/proposals/proposal-work";
import { Badge } from "@/components/ui/badge";
import { moveProposalAction } from "@/lib/actions/sources";
import type { Language } from "@/lib/i18n/languages";
import type { ProposalView, SourceProposals } from "@/lib/views/proposal";
import { describeProposal } from "./describe-proposal";

/** What all cards of a document share. */
export interface CardSetting {
  readonly source: SourceProposals;
  readonly opened: Opened;
  readonly lang: Language;
  readonly words: ActionFormWords;
  /** The names of the departments. */
  readonly names: ReadonlyMap<string, string>;
  /** The proposals that others can be merged into. */
  readonly hosts: readonly ProposalView[];
}

export interface CardProps extends CardSetting {
  readonly proposal: ProposalView;
}

/** The key that opens a form: it closes when the proposal has changed. */
const openKey = ({ id, version }: ProposalView) => `${id}.${version}`;

/** A card: what was read, why, and what can be done with it. */
export async function ProposalCard(props: CardProps) {
  const { proposal, lang, opened, source } = props;
  const t = await getTranslations("proposals");
  const { id, fields, state, code, mergedInto } = proposal;
  const shown = code === null ? state : "drafted";
  const isWorkedOn = shown === "open" || shown === "accepted";
  const key = openKey(proposal);
  const figure = describeProposal(fields, lang);
  return (
    <article
      id={`card-${id}`}
      tabIndex={-1}
      aria-label={t("card", { title: fields.title })}
      className={`grid scroll-mt-24 gap-2 border-l-2 pl-3 target:border-accent ${shown === "accepted" || shown === "drafted" ? "border-ink" : "border-control"}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Badge>{t(`states.${shown}`)}</Badge>
        <span className="text-sm text-ink-soft">{t(`roles.${fields.role}`)}</span>
        {proposal.origin === "selected" && <span className="text-sm text-ink-soft">{t("selected")}</span>}
        <a href={`#mark-${id}`} className="ml-auto py-1 text-sm underline print:hidden">
          {t("inText")}
        </a>
      </p>
      <h2 className="text-base font-bold [overflow-wrap:anywhere]">{fields.title}</h2>
      {fields.kind !== "milestone" && <p className="tabular-nums">{figure}</p>}
      {code !== null && (
        <p>
          <DayLink href={`/targets/${code}`} prefetch={false} className="underline">
            {code}
          </DayLink>
        </p>
      )}
      {mergedInto !== null && (
        <p className="text-sm">
          <a href={`#card-${mergedInto.id}`} className="underline">
            {t("mergedInto", { title: mergedInto.title, as: t(`mergedAs.${mergedInto.as}`) })}
          </a>
        </p>
      )}
      {isWorkedOn && <ProposalFacts {...props} />}
      {code === null && <Steps {...props} />}
      {isWorkedOn && opened.correct === key && <CorrectionForm {...props} />}
      {isWorkedOn && opened.merge === key && <MergeForm {...props} />}
      {isWorkedOn && (opened.correct === key || opened.merge === key) && (
        <DayLink
          href={`/sources/${source.id}/proposals#card-${id}`}
          prefetch={false}
          scroll={false}
          className="justify-self-start py-1 text-sm underline print:hidden"
        >
          {t("close")}
        </DayLink>
      )}
    </article>
  );
}

/** The buttons of the workflow, and the links that open the forms. */
async function Steps({ proposal, source, words, hosts, opened }: CardProps) {
  const t = await getTranslations("proposals");
  const { id, version, state, missing, fields } = proposal;
  const isWorkedOn = state === "open" || state === "accepted";
  const isComplete = Object.keys(missing).length === 0;
  const key = openKey(proposal);
  const link = (form: "correct" | "merge", text: string) => (
    <DayLink
      href={`/sources/${source.id}/proposals?${form}=${key}#card-${id}`}
      prefetch={false}
      scroll={false}
      aria-label={`${text}: ${fields.title}`}
      className="inline-block py-1 underline"
    >
      {text}
    </DayLink>
  );
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <ActionForm action={moveProposalAction} words={words}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <div className="flex flex-wrap gap-2">
          {state === "open" && isComplete && (
            <SubmitButton name="step" value="accept">
              {t("accept")}
            </SubmitButton>
          )}
          {isWorkedOn && (
            <SubmitButton name="step" value="dismiss" variant="secondary">
              {t("dismiss")}
            </SubmitButton>
          )}
          {state !== "open" && (
            <SubmitButton name="step" value="reopen" variant="secondary">
              {t(state === "merged" ? "separate" : "reopen")}
            </SubmitButton>
          )}
        </div>
      </ActionForm>
      {isWorkedOn && opened.correct !== key && link("correct", t("correct"))}
      {isWorkedOn &&
        opened.merge !== key &&
        !proposal.hasMerged &&
        hosts.some((host) => host.id !== id) &&
        link("merge", t("merge"))}
    </div>
  );
}
