import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import type { Language } from "@/lib/i18n/languages";
import type { DepartmentDetail } from "@/lib/server/departments/data";

interface DepartmentHeadProps {
  readonly department: DepartmentDetail;
  readonly lang: Language;
}

/** Who the department is, how many targets it owns, and what its head put in print. */
export async function DepartmentHead({ department, lang }: DepartmentHeadProps) {
  const t = await getTranslations("departments");
  return (
    <header className="border-b pb-4">
      <h1>{department.name[lang]}</h1>
      <p className="text-2xl font-bold tabular-nums">{t("countOf", { count: department.total })}</p>
      {department.parent !== null && (
        <p>
          {t("parent")}{" "}
          <Link className="underline" href={`/departments/${department.parent.slug}`}>
            {department.parent.name[lang]}
          </Link>
        </p>
      )}
      {department.children.length > 0 && (
        <p>
          {t("children")}
          {department.children.map((child) => (
            <Fragment key={child.slug}>
              {" · "}
              <Link className="underline" href={`/departments/${child.slug}`}>
                {child.name[lang]}
              </Link>
            </Fragment>
          ))}
        </p>
      )}
      {department.statements.map((statement) => (
        <p key={statement.key} className="text-ink-soft">
          {t("statements")}:{" "}
          <Link className="underline" href={`/sources/${statement.sourceId}#${statement.key}`}>
            {statement.title?.[lang] ?? statement.office[lang]}
          </Link>{" "}
          ({statement.author ?? t("notPrinted")}, {statement.office[lang]})
        </p>
      ))}
    </header>
  );
}
