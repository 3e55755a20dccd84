import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DayLink } from "@/components/layout/day-link";
import { Pagination, ShowAllLink } from "@/components/layout/list-links";
import { buttonClass } from "@/components/ui/button";
import { ListSection } from "@/components/ui/list-section";
import { Notice } from "@/components/ui/notice";
import { MyTargetRow } from "@/components/updates/my-target-row";
import type { Actor } from "@/lib/domain/permissions/actor";
import { principalOf } from "@/lib/domain/permissions/delegation";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { DeskView } from "@/lib/schemas/desk-view";
import type { PersonNames } from "@/lib/views/account";
import { MY_LISTS, type MyWork as Work } from "@/lib/views/update";

const PLACE = "/my";

interface PartProps {
  readonly work: Work;
  readonly lang: Language;
}

/** Nothing is due: what comes next, and when. */
async function NothingDue({ work, lang }: PartProps) {
  const t = await getTranslations("my");
  const [next] = work.notDue;
  const isEmpty = MY_LISTS.every((list) => work.totals[list] === 0);
  return (
    <p className="text-ink-soft">
      {t(isEmpty ? "noneAtAll" : "nothing")}
      {lang === "en" && " "}
      {next !== undefined &&
        next.standing.nextReportDueOn !== null &&
        t("nextUp", {
          target: `${next.code} ${next.title[lang]}`,
          day: formatIsoDate(next.standing.nextReportDueOn, lang),
        })}
    </p>
  );
}

/** The result of the report the reader comes from; nothing once it is decided or withdrawn. */
async function JustSent({ work, code, lang }: PartProps & { readonly code: string | undefined }) {
  const t = await getTranslations("my");
  const rows = MY_LISTS.flatMap((list) => work[list]);
  const sent = rows.find((row) => row.code === code)?.waiting.filter((one) => one.isOwn) ?? [];
  const last = sent.toSorted((one, other) => Number(other.submittedAt) - Number(one.submittedAt))[0];
  if (code === undefined || last === undefined) return null;
  return <Notice role="status">{t("justSent", { code, day: formatIsoDate(last.day, lang) })}</Notice>;
}

interface MyWorkProps extends PartProps {
  readonly view: DeskView<string>;
  /** The code of the target that was just reported. */
  readonly sent: string | undefined;
  readonly actor: Actor;
  readonly person: PersonNames;
  /** The department's other tasks. */
  readonly children: ReactNode;
}

/** A reporter's targets, one row each, grouped by what is to be done. Empty groups are hidden. */
export async function MyWork({ work, view, sent, actor, person, lang, children }: MyWorkProps) {
  const t = await getTranslations("my");
  const own = MY_LISTS.find((list) => list === view.list);
  const shown = view.list === null ? MY_LISTS.filter((list) => work.totals[list] > 0) : own === undefined ? [] : [own];
  return (
    <div className="grid gap-8">
      <div className="grid gap-3">
        <h1>{t("title")}</h1>
        <JustSent work={work} code={sent} lang={lang} />
        {view.list === null && work.totals.toReport === 0 && <NothingDue work={work} lang={lang} />}
      </div>
      {children}
      {shown.map((list) => (
        <ListSection
          key={list}
          title={t(list)}
          count={work.totals[list]}
          more={
            <>
              {view.list === null && (
                <ShowAllLink place={PLACE} list={list} shown={work[list].length} total={work.totals[list]} />
              )}
              {view.list === null && list === "toReport" && work.toReport.length > 1 && (
                <DayLink href="/my/entry" prefetch={false} className={`${buttonClass()} mt-2 print:hidden`}>
                  {t("several")}
                </DayLink>
              )}
            </>
          }
        >
          {work[list].map((row) => (
            <MyTargetRow
              key={row.id}
              row={row}
              list={list}
              standsInFor={principalOf(actor, row.owner.slug)?.name ?? null}
              person={person}
              lang={lang}
            />
          ))}
        </ListSection>
      ))}
      {own !== undefined && <Pagination place={PLACE} view={view} total={work.totals[own]} />}
    </div>
  );
}
