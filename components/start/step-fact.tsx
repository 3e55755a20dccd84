import { getTranslations } from "next-intl/server";
import { countOwners, type StartStep } from "@/lib/domain/start/start-steps";
import type { Language } from "@/lib/i18n/languages";
import type { StartState } from "@/lib/views/start";

interface StepFactProps {
  readonly step: StartStep;
  readonly start: StartState;
  readonly lang: Language;
}

/** What there is of a step. */
export async function StepFact({ step, start, lang }: StepFactProps) {
  const [t, punctuation] = await Promise.all([getTranslations("start"), getTranslations("punctuation")]);
  const { government, supervisors, staffed, notInvited, targets, issued, calendars, year, knowsHolidays } = start;
  const departments = countOwners(start);
  const texts: Readonly<Record<StartStep, () => string>> = {
    government: () =>
      government === null
        ? t("government.several", { count: start.tops })
        : t("government.done", { name: government[lang] }),
    departments: () => t("departments.done", { count: departments }),
    people: () =>
      [
        t("people.done", { supervisors, staffed, departments }),
        ...(notInvited > 0 ? [t("people.notInvited", { count: notInvited })] : []),
      ].join(punctuation("semicolon")),
    targets: () => t("targets.done", { count: targets }),
    calendar: () =>
      [
        ...(calendars.length === 0 ? [t("calendar.none")] : []),
        ...calendars.map(({ calendar, count }) =>
          t("calendar.entry", { calendar: t(`calendar.names.${calendar}`), count }),
        ),
        t(knowsHolidays ? "calendar.known" : "calendar.unknown", { year }),
      ].join(punctuation("semicolon")),
    issue: () => t("issue.done", { count: issued }),
  };
  return <p className="tabular-nums">{texts[step]()}</p>;
}
