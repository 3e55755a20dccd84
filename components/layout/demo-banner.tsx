import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
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

/** States on every page what is real and what is sample data, and moves the day through the sample year. */
export function DemoBanner({ today, lang }: DemoBannerProps) {
  const t = useTranslations("layout");
  return (
    <aside className="border-b bg-accent-ground text-sm" aria-label={t("demoDay")}>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
        <p>
          <strong>{t("demoOn", { day: formatIsoDate(today, lang) })}</strong> {t("demo")}
        </p>
        <div className="ml-auto flex flex-wrap items-center gap-2">
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
          <PlainForm action={changeDayAction} className="flex gap-2">
            <input type="hidden" name="day" value={today} />
            <PendingButton name="months" value="-1" size="sm">
              {t("previous")}
            </PendingButton>
            <PendingButton name="months" value="1" size="sm">
              {t("next")}
            </PendingButton>
          </PlainForm>
        </div>
      </div>
    </aside>
  );
}
