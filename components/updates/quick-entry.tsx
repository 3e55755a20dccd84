import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DayLink } from "@/components/layout/day-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { EntryRow, EntryWords } from "@/components/updates/quick-entry-row";
import { QuickEntryRows } from "@/components/updates/quick-entry-rows";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatUnit } from "@/lib/domain/units/format-measure";
import { compileMessages } from "@/lib/i18n/compile-message";
import type { Language } from "@/lib/i18n/languages";
import type { QuickEntry as Entry, QuickEntries } from "@/lib/views/update";
import { formatPromise } from "@/lib/wording/format-promise";
import { measureText } from "@/lib/wording/measure-text";
import { withPeers } from "@/lib/wording/place-text";

interface QuickEntryProps {
  readonly work: QuickEntries;
  readonly lang: Language;
  /** The other way to enter them, before the rows. */
  readonly children: ReactNode;
}

/** All due reports on one screen, for keyboard entry. */
export async function QuickEntry({ work, lang, children }: QuickEntryProps) {
  const [t, report, messages] = await Promise.all([getTranslations("entry"), getTranslations("report"), getMessages()]);
  const rowOf = ({ row, input, previous }: Entry): EntryRow => ({
    code: row.code,
    title: row.title[lang],
    promise: formatPromise(row, lang),
    previous:
      previous === null
        ? report("previousNone")
        : report("previous", {
            value:
              row.metric.kind === "milestone"
                ? t("stepsDone", { count: previous.value.toNumber() })
                : withPeers(measureText(previous.value, { ...row.metric, lang }), previous.peers, lang),
            day: formatIsoDate(previous.asOf, lang),
          }),
    kind: row.metric.kind,
    unit: formatUnit(row.metric, lang),
    printedUnit: { unit: row.metric.unit, unitEn: row.metric.unitEn },
    wrongUnit: report("errors.wrong-unit", { unit: formatUnit(row.metric, lang) }),
    steps:
      row.terms.kind === "milestone"
        ? row.terms.steps.map(({ key, title, titleEn }) => ({ key, title: lang === "en" ? titleEn : title }))
        : [],
    input,
  });
  const { readAs, errors, conflicts } = messages.report;
  const words: EntryWords = {
    ...compileMessages(lang, { ...messages.entry, readAs }, "pastedRows", "pastedFaults", "pastedRest", "readAs"),
    lang,
    errors,
    conflicts,
  };
  return (
    <div className="on-paper grid gap-4">
      <PageHeader title={t("title")} lead={t("lead")}>
        {work.total > work.entries.length && <p>{t("first", { total: work.total, shown: work.entries.length })}</p>}
        {work.waiting > 0 && (
          <p>
            {t("waiting", { count: work.waiting })}{" "}
            <DayLink href="/my" prefetch={false} className="underline">
              {t("toMyWork")}
            </DayLink>
          </p>
        )}
      </PageHeader>
      {children}
      {work.entries.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <>
          {work.entries.length > 1 && <Notice tone="neutral">{t("howToPaste")}</Notice>}
          <QuickEntryRows rows={work.entries.map(rowOf)} words={words} />
        </>
      )}
    </div>
  );
}
