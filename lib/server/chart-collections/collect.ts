// The charts of a list of targets, for the rights of the reader and as known on the day of the context.
import "server-only";
import { cleanLine, cleanTexts } from "@/lib/domain/text/clean-text";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { ChartCollection, CollectedChart } from "@/lib/exports/chart-collection/collection";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { Context } from "@/lib/server/context";
import { targetChartModel } from "@/lib/server/targets/chart";
import type { TargetList } from "@/lib/server/targets/data";
import { readTargets } from "@/lib/server/targets/detail";

type Rows = TargetList["rows"];

/** Names the department if all targets have the same one. */
export function collectionTitle(rows: Rows, lang: Language): string {
  const t = getTranslator(lang);
  const owners = new Set(rows.map((row) => row.owner.slug));
  const [first] = rows;
  return owners.size === 1 && first !== undefined
    ? t("chartCollection.titleOf", { department: first.owner.name[lang] })
    : t("chartCollection.title");
}

interface Collecting {
  readonly lang: Language;
  /** Called after each target; may throw to stop. */
  readonly onRead?: () => Promise<void>;
}

/** A target whose chart only says that there is no data is left out. */
export async function collect(
  { rows, total }: Pick<TargetList, "rows" | "total">,
  { lang, onRead }: Collecting,
  context: Context,
): Promise<ChartCollection> {
  const charts: CollectedChart[] = [];
  const codes = rows.map(({ code }) => code);
  for await (const target of readTargets(codes, context)) {
    const model = target && targetChartModel(target, context.clock, lang);
    await onRead?.();
    if (target === null || model?.emptyLabel !== null) continue;
    charts.push({ code: target.code, owner: target.owner.name[lang], model: cleanTexts(model, cleanLine) });
  }
  const day = formatIsoDate(context.clock.today, lang);
  return {
    lang,
    title: collectionTitle(rows, lang),
    about: getTranslator(lang)("chartCollection.about", { day, charts: charts.length, targets: total }),
    charts,
  };
}
