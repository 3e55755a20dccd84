import { getTranslations } from "next-intl/server";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { daysBetween } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";

interface TargetStepsProps extends TargetPartProps {
  /** The day up to which the delay of open steps is counted. */
  readonly today: Parameters<typeof daysBetween>[0];
}

/** The weighted steps: completed ones with their day, late ones, and the source of each. */
export async function TargetSteps({ target, lang, today }: TargetStepsProps) {
  const t = await getTranslations("target");
  if (target.steps.length === 0) return null;
  const done = new Map(target.readings.at(-1)?.completedSteps.map((step) => [step.key, step.doneOn]));
  return (
    <section>
      <h2>
        {t("steps")}{" "}
        <span className="font-normal text-ink-soft tabular-nums">{`${done.size}/${target.steps.length}`}</span>
      </h2>
      <ol className="divide-y border-y text-sm">
        {target.steps.map((step) => {
          const doneOn = done.get(step.key);
          const daysLate = daysBetween(step.plannedOn, doneOn ?? today);
          return (
            <li key={step.key} className="grid gap-x-4 py-1 sm:grid-cols-[1fr_6rem_11rem_13rem]">
              <span>{lang === "en" ? step.titleEn : step.title}</span>
              <span className="text-ink-soft">{step.printed ? t("printed") : t("assumed")}</span>
              <span className="tabular-nums">{t("planned", { day: formatIsoDate(step.plannedOn, lang) })}</span>
              <span className={`tabular-nums ${daysLate > 0 ? "text-notice" : ""}`}>
                {doneOn === undefined ? t("stepOpen") : `✓ ${t("stepDone", { day: formatIsoDate(doneOn, lang) })}`}
                {daysLate > 0 && ` · ${t("daysLate", { days: daysLate })}`}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
