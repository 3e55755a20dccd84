import { getTranslations } from "next-intl/server";
import { getFormWords } from "@/components/forms/get-form-words";
import { getImportWords } from "@/components/forms/import-words";
import { DayLink } from "@/components/layout/day-link";
import { DraftingForm } from "@/components/proposals/drafting-form";
import { ParagraphRow } from "@/components/proposals/paragraph-row";
import { SelectionBar } from "@/components/proposals/selection-bar";
import { SourceVisibility } from "@/components/proposals/source-visibility";
import { PageHeader } from "@/components/ui/page-header";
import { compileMessage } from "@/lib/i18n/compile-message";
import { getLanguage } from "@/lib/i18n/preferences";
import type { SourceProposals } from "@/lib/views/proposal";

/** What the address opens: a card's form as id.version, or the sentences of the paragraph at an offset. */
export interface Opened {
  readonly correct: string;
  readonly merge: string;
  readonly add: string;
}

interface ProposalWorkProps {
  readonly source: SourceProposals;
  readonly opened: Opened;
}

/** A document with its marks, each next to its card; below it on a phone. */
export async function ProposalWork({ source, opened }: ProposalWorkProps) {
  const [t, words, lang, { reasons, problem, fields, faults }] = await Promise.all([
    getTranslations("proposals"),
    getFormWords(),
    getLanguage(),
    getImportWords(),
  ]);
  const { counts } = source;
  const all = source.paragraphs.flatMap((one) => one.proposals);
  const setting = {
    source,
    opened,
    lang,
    words: { ...words, done: undefined },
    names: new Map(source.departments.map((one) => [one.slug, lang === "en" ? one.nameEn : one.name])),
    hosts: all.filter(({ state, fields, code }) => {
      return (state === "open" || state === "accepted") && fields.role === "promise" && code === null;
    }),
  };
  const texts = {
    acceptComplete: compileMessage(lang, t.raw("acceptComplete")),
    draft: compileMessage(lang, t.raw("draft")),
    drafted: compileMessage(lang, t.raw("drafted")),
    left: compileMessage(lang, t.raw("left")),
    showDrafts: t("showDrafts"),
    exists: t("exists"),
  };
  return (
    <div className="grid gap-4">
      <PageHeader title={t("proposalsTitle", { title: source.title })} lead={t("proposalsLead")}>
        <p className="tabular-nums">{t("counts", counts)}</p>
        <p className="text-sm print:hidden">
          <DayLink href={`/sources/${source.id}`} prefetch={false} className="py-1 underline">
            {t("showDocument")}
          </DayLink>
        </p>
      </PageHeader>
      <DraftingForm
        source={source.id}
        digest={source.digest}
        accepted={counts.accepted}
        complete={counts.complete}
        titles={Object.fromEntries(all.map(({ id, fields }) => [id, fields.title]))}
        imports={{ reasons, problem, fields, faults }}
        words={words}
        texts={texts}
      />
      {all.length === 0 && <p>{t("none")}</p>}
      <section aria-label={t("textLabel")} className="divide-y border-y">
        {source.paragraphs.map((paragraph) => (
          <ParagraphRow key={paragraph.at} paragraph={paragraph} {...setting} />
        ))}
      </section>
      <SelectionBar source={source.id} words={setting.words} label={t("selection")} button={t("addSelection")} />
      <SourceVisibility source={source.id} visibility={source.visibility} words={words} />
    </div>
  );
}
