// The baseline of a target that is carried over: the final value of the earlier one, or a provisional figure.
import "server-only";
import type { Decimal } from "decimal.js";
import { type IsoDate, yearOf } from "@/lib/domain/calendar/iso-date";
import { KIND_RULES } from "@/lib/domain/metrics/kinds";
import { type BaselineOrigin, METRIC_KINDS } from "@/lib/domain/targets/types";
import type { YearEndValue } from "@/lib/domain/targets/year-end-value";
import type { Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import { dayOf, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";

interface BaselineColumns {
  readonly baselineValue?: string;
  readonly baselineYear?: number;
  readonly baselineOrigin?: BaselineOrigin;
  readonly baselineProvisional?: true;
  readonly baselineNote?: string;
  readonly baselineNoteEn?: string;
}

/** The year of a baseline is that of the earlier due date. Steps and a yes-no have none. */
export function baselineColumns(
  { code, dueOn, metric }: Pick<Prisma.TargetGetPayload<{ include: { metric: true } }>, "code" | "dueOn" | "metric">,
  reached: YearEndValue,
  provisional: Decimal | null,
): BaselineColumns {
  if (!KIND_RULES[oneOf(METRIC_KINDS, metric.kind)].hasFigure) return {};
  const baselineYear = yearOf(dayOf(dueOn));
  if (reached.known) return finalBaseline(code, baselineYear, reached.value);
  const notes = baselineNotes(code, reached.asOf, provisional !== null);
  if (provisional === null) return notes;
  return {
    baselineValue: provisional.toFixed(),
    baselineYear,
    baselineOrigin: "entered",
    baselineProvisional: true,
    ...notes,
  };
}

/** The final value of the earlier target as a baseline; its note names that target. */
export function finalBaseline(code: string, baselineYear: number, value: Decimal) {
  const note = { baselineNote: code, baselineNoteEn: code };
  return { baselineValue: value.toFixed(), baselineYear, baselineOrigin: "derived", ...note } as const;
}

/** Why the baseline is empty or provisional. */
function baselineNotes(code: string, asOf: IsoDate | null, isProvisional: boolean) {
  const note = (lang: Language) => {
    const t = getTranslator(lang);
    if (isProvisional) return t("baselineNote.provisional", { code });
    return asOf === null ? t("baselineNote.none", { code }) : t("baselineNote.notYearEnd", { code, day: asOf });
  };
  return { baselineNote: note("zh-CN"), baselineNoteEn: note("en") };
}
