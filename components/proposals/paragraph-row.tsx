import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/form-fields";
import { DayLink } from "@/components/layout/day-link";
import { type CardSetting, ProposalCard } from "@/components/proposals/proposal-card";
import { addProposalAction } from "@/lib/actions/sources";
import type { ParagraphProposals } from "@/lib/views/proposal";

interface ParagraphRowProps extends CardSetting {
  readonly paragraph: ParagraphProposals;
}

/** A run under marks leads to the card of the innermost one. */
function Run({ run, first }: { readonly run: ParagraphProposals["runs"][number]; readonly first: boolean }) {
  const [id] = run.marks;
  if (id === undefined) return <span data-at={run.at}>{run.text}</span>;
  return (
    <mark id={first ? `mark-${id}` : undefined} className="scroll-mt-24 target:outline target:outline-2">
      <a href={`#card-${id}`} data-at={run.at} className="underline decoration-dotted">
        {run.text}
      </a>
    </mark>
  );
}

/** The sentences of a paragraph, each a button that makes it a proposal. */
async function Sentences({ paragraph, source, words }: ParagraphRowProps) {
  const t = await getTranslations("proposals");
  return (
    <ActionForm action={addProposalAction} words={words} label={t("addHere")}>
      <input type="hidden" name="source" value={source.id} />
      <p className="text-sm text-ink-soft">{t("addHow")}</p>
      {paragraph.sentences.map(({ at, end, text }) => (
        <SubmitButton key={at} name="passage" value={`${at}-${end}`} variant="secondary">
          <span className="line-clamp-2 text-left">{text}</span>
        </SubmitButton>
      ))}
    </ActionForm>
  );
}

/** A paragraph with its marks, and its cards next to it; below it on a phone. */
export async function ParagraphRow(props: ParagraphRowProps) {
  const { paragraph, source, opened } = props;
  const t = await getTranslations("proposals");
  const { at, isHeading, runs, proposals } = paragraph;
  const seen = new Set<string>();
  const isAdding = opened.add === String(at);
  return (
    <div
      id={`paragraph-${at}`}
      className="grid scroll-mt-24 gap-x-8 gap-y-3 py-3 lg:grid-cols-[minmax(0,1fr)_26rem] print:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <div>
        <p data-paragraph className={isHeading ? "font-bold" : "leading-loose"} lang={isChinese(runs) ? "zh-CN" : "en"}>
          {runs.map((run) => {
            const [id] = run.marks;
            const first = id !== undefined && !seen.has(id);
            if (id !== undefined) seen.add(id);
            return <Run key={run.at} run={run} first={first} />;
          })}
        </p>
        {!isHeading && (
          <p className="print:hidden">
            <DayLink
              href={
                isAdding
                  ? `/sources/${source.id}/proposals#paragraph-${at}`
                  : `/sources/${source.id}/proposals?add=${at}#paragraph-${at}`
              }
              prefetch={false}
              className="inline-block py-1 text-sm text-ink-soft underline"
            >
              {t(isAdding ? "close" : "addHere")}
            </DayLink>
          </p>
        )}
        {isAdding && <Sentences {...props} />}
      </div>
      {proposals.length > 0 && (
        <ul aria-label={t("cards")} className="grid content-start gap-3">
          {proposals.map((proposal) => (
            <li key={proposal.id}>
              <ProposalCard proposal={proposal} {...props} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function isChinese(runs: ParagraphProposals["runs"]): boolean {
  return runs.some(({ text }) => /\p{Script=Han}/u.test(text));
}
