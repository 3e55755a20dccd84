import { getTranslations } from "next-intl/server";
import { PlainForm } from "@/components/forms/plain-form";
import { BulkMenu } from "@/components/targets/bulk-menu";
import { areAllSamples, commonDay } from "@/components/targets/common-day";
import { GroupMenu } from "@/components/targets/group-menu";
import { PartsNote } from "@/components/targets/parts-note";
import { SavedViewsMenu } from "@/components/targets/saved-views-menu";
import { buttonClass } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { changeDensityAction } from "@/lib/actions/preferences";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Density } from "@/lib/i18n/choices";
import type { Language } from "@/lib/i18n/languages";
import type { TargetFilters } from "@/lib/schemas/target-list";
import type { SavedView } from "@/lib/views/saved-view";
import type { FilterChoices, TargetRow } from "@/lib/views/target";

interface TargetListHeadProps {
  readonly filters: TargetFilters;
  readonly list: { readonly rows: readonly TargetRow[]; readonly total: number; readonly parts: number };
  readonly density: Density;
  /** Null for visitors, who cannot save any. */
  readonly views: readonly SavedView[] | null;
  /** Whether the user may change many targets at once. */
  readonly mayChange: boolean;
  /** The labels of the readable targets. */
  readonly labels: FilterChoices["labels"];
  readonly lang: Language;
}

/** Title, counts and the tools of the list in one line. */
export async function TargetListHead({ filters, list, density, views, mayChange, labels, lang }: TargetListHeadProps) {
  const t = await getTranslations("targetList");
  const { rows, total, parts } = list;
  const common = commonDay(rows);
  const isCompact = density === "compact";
  return (
    <header className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
      <h1>{t("title")}</h1>
      <p role="status" className="text-ink-soft tabular-nums">
        <strong className="text-ink">{t("count", { total })}</strong>
        {rows.length < total && ` · ${t("shown", { shown: rows.length })}`}
        <PartsNote filters={filters} parts={parts} />
      </p>
      {common !== null && (
        <p className="mr-auto text-sm text-ink-soft">
          {t("allAsOf", { day: formatIsoDate(common, lang) })}
          {areAllSamples(rows) && ` · ${t("allSamples")}`}
        </p>
      )}
      <div className="ml-auto flex flex-wrap gap-2 print:hidden">
        <GroupMenu filters={filters} labels={labels} />
        {mayChange && <BulkMenu filters={filters} />}
        {views !== null && <SavedViewsMenu views={views} filters={filters} />}
        <CopyLink label={t("copyLink")} copied={t("copied")} />
        <PlainForm action={changeDensityAction} className="max-md:hidden">
          <button
            type="submit"
            name="density"
            value={isCompact ? "comfortable" : "compact"}
            aria-pressed={isCompact}
            className={`${buttonClass({ size: "sm" })} aria-pressed:border-ink-soft aria-pressed:font-bold`}
          >
            {t("compact")}
          </button>
        </PlainForm>
      </div>
    </header>
  );
}
