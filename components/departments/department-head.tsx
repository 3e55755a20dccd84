import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DayLink } from "@/components/layout/day-link";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import type { DepartmentDetail } from "@/lib/views/department";
import type { DepartmentName } from "@/lib/views/target";

interface DepartmentHeadProps {
  readonly department: DepartmentDetail;
  readonly today: IsoDate;
  readonly lang: Language;
}

function Named({ department, lang }: { readonly department: DepartmentName; readonly lang: Language }) {
  return (
    <DayLink className="underline" href={`/departments/${department.slug}`}>
      {department.name[lang]}
    </DayLink>
  );
}

function joined(parts: readonly ReactNode[]): ReactNode[] {
  // The parts of one line never change their order.
  return parts.flatMap((part, index) => (index === 0 ? [part] : [" · ", part]));
}

/** The department: its number of targets, the day, its place in the tree, and its head's published statements. */
export async function DepartmentHead({ department, today, lang }: DepartmentHeadProps) {
  const t = await getTranslations("departments");
  const { parent, children, statements, total, divisionCode, creditCode } = department;
  return (
    <header>
      <h1>{department.name[lang]}</h1>
      <p className="text-ink-soft tabular-nums">
        {joined([
          t("countOf", { count: total }),
          t("asOf", { day: formatIsoDate(today, lang) }),
          ...(parent === null
            ? []
            : [
                <span key="parent">
                  {t("parent")} <Named department={parent} lang={lang} />
                </span>,
              ]),
          ...(divisionCode === null ? [] : [t("divisionCode", { code: divisionCode })]),
          ...(creditCode === null ? [] : [t("creditCode", { code: creditCode })]),
          ...statements.map(({ key, sourceId, title, office, author }) => (
            <span key={key}>
              {t("statements")}
              <DayLink className="underline" href={`/sources/${sourceId}#${key}`}>
                {title?.[lang] ?? office[lang]}
              </DayLink>
              {title === null
                ? t("statementAuthor", { author: author ?? t("notPrinted") })
                : t("statementBy", { author: author ?? t("notPrinted"), office: office[lang] })}
            </span>
          )),
        ])}
      </p>
      {children.length > 0 && (
        <p>
          {joined([
            t("children"),
            ...children.map((child) => <Named key={child.slug} department={child} lang={lang} />),
          ])}
        </p>
      )}
    </header>
  );
}
