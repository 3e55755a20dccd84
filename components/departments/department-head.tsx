import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { DayLink } from "@/components/layout/day-link";
import type { Language } from "@/lib/i18n/languages";
import type { DepartmentDetail } from "@/lib/views/department";

interface DepartmentHeadProps {
  readonly department: DepartmentDetail;
  readonly lang: Language;
}

/** The department, its number of targets, and its head's published statements. */
export async function DepartmentHead({ department, lang }: DepartmentHeadProps) {
  const t = await getTranslations("departments");
  return (
    <header className="border-b pb-4">
      <h1>{department.name[lang]}</h1>
      <p className="text-2xl font-bold tabular-nums">{t("countOf", { count: department.total })}</p>
      {department.parent !== null && (
        <p>
          {t("parent")}{" "}
          <DayLink className="underline" href={`/departments/${department.parent.slug}`}>
            {department.parent.name[lang]}
          </DayLink>
        </p>
      )}
      {department.children.length > 0 && (
        <p>
          {t("children")}
          {department.children.map((child) => (
            <Fragment key={child.slug}>
              {" · "}
              <DayLink className="underline" href={`/departments/${child.slug}`}>
                {child.name[lang]}
              </DayLink>
            </Fragment>
          ))}
        </p>
      )}
      {department.statements.map(({ key, sourceId, title, office, author }) => (
        <p key={key} className="text-ink-soft">
          {t("statements")}
          <DayLink className="underline" href={`/sources/${sourceId}#${key}`}>
            {title?.[lang] ?? office[lang]}
          </DayLink>
          {title === null
            ? t("statementAuthor", { author: author ?? t("notPrinted") })
            : t("statementBy", { author: author ?? t("notPrinted"), office: office[lang] })}
        </p>
      ))}
    </header>
  );
}
