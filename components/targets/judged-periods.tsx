import { getTranslations } from "next-intl/server";
import type { TargetOnDayProps } from "@/components/targets/light-explanation";
import { countsPeriods } from "@/lib/domain/targets/goal";
import { type JudgedPeriod, judgedPeriods } from "@/lib/domain/targets/judging";
import { formatIsoDate } from "@/lib/domain/units/format-date";

/** How many periods were kept, and which were missed or not reported, for a target that is judged by its periods. */
export async function JudgedPeriods({ target, lang, today }: TargetOnDayProps) {
  if (!countsPeriods(target.terms.judging)) return null;
  const periods = judgedPeriods(target.terms, target.readings, today);
  if (periods.length === 0) return null;
  const [t, punctuation] = await Promise.all([getTranslations("target.periods"), getTranslations("punctuation")]);
  const list = (some: readonly JudgedPeriod[]) =>
    some.map(({ endOn }) => formatIsoDate(endOn, lang)).join(punctuation("enumeration"));
  const [missed, missing] = [false, null].map((state) => periods.filter(({ isKept }) => isKept === state));
  return (
    <p className="text-sm">
      {t("kept", {
        kept: periods.filter(({ isKept }) => isKept === true).length,
        total: periods.length,
        missed: missed?.length ? t("missed", { periods: list(missed) }) : "",
        missing: missing?.length ? t("missing", { periods: list(missing) }) : "",
      })}
    </p>
  );
}
