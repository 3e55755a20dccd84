import Link from "next/link";
import { useTranslations } from "next-intl";
import { ShowMore } from "@/components/ui/show-more";
import type { Language } from "@/lib/i18n/languages";
import type { Vacancy } from "@/lib/views/vacancy";

interface VacancySectionProps {
  readonly vacancies: readonly Vacancy[];
  /** Whether the reader manages the accounts. */
  readonly mayAdminister: boolean;
  readonly lang: Language;
}

function VacancyRow({ vacancy, mayAdminister, lang }: Omit<VacancySectionProps, "vacancies"> & { vacancy: Vacancy }) {
  const [t, admin] = [useTranslations("vacancies"), useTranslations("admin")];
  const { department, role, targets, waiting } = vacancy;
  const { slug, name } = department;
  const people = `/admin/users?department=${slug}`;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
      <span className="mr-auto">
        <strong>{name[lang]}</strong> {t("missing", { role: admin(`roles.${role}`) })}
        {waiting > 0 && <span className="text-ink-soft"> · {t("waiting", { count: waiting })}</span>}
      </span>
      <Link
        href={`/targets?department=${slug}&state=issued,received&parts=include`}
        prefetch={false}
        className="underline tabular-nums"
      >
        {t("targets", { count: targets })}
      </Link>
      {mayAdminister ? (
        <Link
          href={waiting > 0 ? `${people}&state=invited,expired,not-invited` : `${people}&invite=${role}`}
          prefetch={false}
          className="underline"
        >
          {t(waiting > 0 ? "remind" : "invite", { role: admin(`roles.${role}`) })}
          <span className="sr-only"> {name[lang]}</span>
        </Link>
      ) : (
        <span className="text-ink-soft">{t("askAdministrator")}</span>
      )}
    </li>
  );
}

/** The departments whose targets nobody can report, or nobody can review, each with the next step. */
export function VacancySection({ vacancies, ...rest }: VacancySectionProps) {
  const [t, supervision] = [useTranslations("vacancies"), useTranslations("supervision")];
  if (vacancies.length === 0) return null;
  return (
    <section id="vacancies" className="scroll-mt-4">
      <h2 className="border-b pb-1">
        {t("title")} <span className="font-normal text-ink-soft tabular-nums">{vacancies.length}</span>
      </h2>
      <p className="pt-2 text-sm text-ink-soft">{t("lead")}</p>
      <ShowMore label={(count) => supervision("rest", { count })}>
        {vacancies.map((one) => (
          <VacancyRow key={`${one.department.slug} ${one.role}`} vacancy={one} {...rest} />
        ))}
      </ShowMore>
    </section>
  );
}
