import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { buttonClass } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { PendingButton } from "@/components/ui/pending-button";
import { changeDayAction } from "@/lib/actions/preferences";
import { DEMO_FIRST_DAY, DEMO_LAST_DAY } from "@/lib/domain/calendar/demo-days";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";

interface DemoBannerProps {
  readonly today: IsoDate;
  readonly lang: Language;
}

/**
 * States on every page, in one line, what is real and what is sample data, and moves the day through the sample year
 * month by month. A popover has the full sentence and any other day.
 */
export function DemoBanner({ today, lang }: DemoBannerProps) {
  const t = useTranslations("layout");
  return (
    <aside className="border-b bg-accent-ground text-sm" aria-label={t("demoDay")}>
      <div className="mx-auto flex max-w-7xl items-center gap-2 px-4 py-1">
        <p className="min-w-0 truncate max-sm:hidden print:block print:whitespace-normal">{t("demo")}</p>
        <p className="min-w-0 truncate sm:hidden print:hidden">{t("demoShort")}</p>
        <a href="/try" className="shrink-0 py-1 underline max-lg:hidden print:hidden">
          {t("tryTable")}
        </a>
        <PlainForm action={changeDayAction} className="ml-auto flex shrink-0">
          <input type="hidden" name="day" value={today} />
          <PendingButton
            name="months"
            value="-1"
            size="sm"
            className="min-w-8"
            aria-label={t("previous")}
            title={t("previous")}
          >
            ‹
          </PendingButton>
          <button
            type="button"
            popoverTarget="demo-day-menu"
            className={`${buttonClass({ size: "sm" })} -mx-px tabular-nums`}
          >
            {formatIsoDate(today, lang)}
          </button>
          <PendingButton name="months" value="1" size="sm" className="min-w-8" aria-label={t("next")} title={t("next")}>
            ›
          </PendingButton>
        </PlainForm>
      </div>
      <section
        id="demo-day-menu"
        popover="auto"
        aria-label={t("demoDay")}
        className="dropdown max-w-[calc(100vw-2rem)] gap-2 sm:max-w-sm border bg-surface p-4 text-ink shadow-lg open:grid"
      >
        <p>
          <strong>{t("demoOn", { day: formatIsoDate(today, lang) })}</strong> {t("demo")}
        </p>
        <a href="/try" className="py-1 underline">
          {t("tryTable")}
        </a>
        <PlainForm action={changeDayAction} className="flex flex-wrap items-center gap-2" key={today}>
          <label htmlFor="demo-day">{t("demoDay")}</label>
          <Input
            id="demo-day"
            name="day"
            type="date"
            required
            min={DEMO_FIRST_DAY}
            max={DEMO_LAST_DAY}
            defaultValue={today}
            compact
            fit
            className="tabular-nums"
          />
          <PendingButton size="sm">{t("go")}</PendingButton>
        </PlainForm>
      </section>
    </aside>
  );
}
