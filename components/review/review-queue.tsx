import { getMessages, getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { BulkBar, type BulkWords } from "@/components/review/bulk-bar";
import type { DecisionWords } from "@/components/review/decision-form";
import { ReviewCard } from "@/components/review/review-card";
import type { UndoWords } from "@/components/review/use-undo";
import { EmptyState } from "@/components/ui/empty-state";
import { compileMessages } from "@/lib/i18n/compile-message";
import type { Language } from "@/lib/i18n/languages";
import type { PersonNames } from "@/lib/views/account";
import type { ReviewQueue as Queue } from "@/lib/views/update";

interface ReviewQueueProps {
  readonly queue: Queue;
  /** Whether this is the page with the oldest reports. */
  readonly isFirst: boolean;
  readonly person: PersonNames;
  readonly lang: Language;
}

function undoWords(review: UndoWords): UndoWords {
  return { undo: review.undo, undone: review.undone, undoFailed: review.undoFailed };
}

async function bulkWords(lang: Language): Promise<BulkWords> {
  const { review, report } = await getMessages();
  const conflicts = { ...report.conflicts, forbidden: review.gone, "not-found": review.gone };
  return {
    ...compileMessages(lang, review.bulk, "done", "approve", "return"),
    ...undoWords(review),
    reason: review.reason,
    conflicts,
  };
}

/** The reports waiting for a decision, oldest first: the value, what it changes, and why. */
export async function ReviewQueue({ queue, isFirst, person, lang }: ReviewQueueProps) {
  const { waiting, total, next } = queue;
  const [t, { review, report }] = await Promise.all([getTranslations("review"), getMessages()]);
  const words: DecisionWords = {
    lang,
    approve: review.approve,
    return: review.return,
    reason: review.reason,
    working: review.working,
    gone: review.gone,
    signedOut: review.signedOut,
    cancel: review.cancel,
    ...undoWords(review),
    reasonRequired: report.errors["reason-required"],
    conflicts: report.conflicts,
  };
  return (
    <div>
      <h1>{t("title")}</h1>
      {total === 0 ? (
        <EmptyState>{t("none")}</EmptyState>
      ) : (
        <p className="border-b pb-2 text-ink-soft tabular-nums">
          {t("lead", { count: total })}
          {waiting.length < total && ` · ${t("shown", { shown: waiting.length })}`}
        </p>
      )}
      <BulkBar words={await bulkWords(lang)} isIdle={!waiting.some((one) => one.mayDecide)} />
      <ul className="divide-y">
        {waiting.map((one) => (
          <ReviewCard key={one.update.id} one={one} words={words} person={person} lang={lang} />
        ))}
      </ul>
      {waiting.length < total && (
        <p className="flex flex-wrap gap-x-6 border-t py-3">
          {!isFirst && (
            <DayLink href="/review" prefetch={false} className="py-1 underline">
              {t("oldest")}
            </DayLink>
          )}
          {next !== null && (
            <DayLink href={`/review?after=${next}`} prefetch={false} className="py-1 underline" rel="next">
              {t("next")}
            </DayLink>
          )}
        </p>
      )}
    </div>
  );
}
