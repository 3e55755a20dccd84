import { getTranslations } from "next-intl/server";
import type { TargetPartProps } from "@/components/targets/target-promise";
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import { cityDayOf } from "@/lib/server/city-day";

const MEASURES = ["value", "upperValue", "stretchValue", "baselineValue"] as const;
const DAYS = ["startOn", "dueOn"] as const;
const FIELDS = [...MEASURES, ...DAYS, "comparator"] as const;

/** Every change of the promise itself, field by field, with its reason and the document it rests on. */
export async function TargetRevisions({ target, lang }: TargetPartProps) {
  const t = await getTranslations("target");
  const { unit, precision } = target.metric;
  const show = (field: (typeof FIELDS)[number], stored: unknown): string => {
    if (stored === null || stored === undefined) return "—";
    const text = String(stored);
    const day = DAYS.some((one) => one === field) ? parseIsoDate(text) : null;
    if (day !== null) return formatIsoDate(day, lang);
    return MEASURES.some((one) => one === field) ? formatMeasure(text, unit, lang, { precision }) : text;
  };
  return (
    <section>
      <h2 className="border-b pb-1">{t("revisions")}</h2>
      {target.revisions.length === 0 && <p className="py-2 text-ink-soft">{t("revisionsNone")}</p>}
      <ul className="divide-y">
        {target.revisions.map((revision) => (
          <li key={revision.id} className="grid gap-1 py-2">
            {FIELDS.filter((field) => field in revision.after).map((field) => (
              <p key={field} className="tabular-nums">
                {t(`fields.${field}`)}
                {t("colon")}
                <del>{show(field, revision.before[field])}</del> → <ins>{show(field, revision.after[field])}</ins>
              </p>
            ))}
            <p className="text-sm text-ink-soft">
              {formatIsoDate(cityDayOf(revision.revisedAt), lang)} · {revision.reason} · {revision.authority} ·{" "}
              {revision.author}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
