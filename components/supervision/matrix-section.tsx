import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { ReportMatrix } from "@/components/supervision/report-matrix";
import type { Language } from "@/lib/i18n/languages";
import type { ReportMatrix as Matrix } from "@/lib/views/supervision";

/** A few more are shown than hidden. */
const [FIRST, MOST] = [10, 12];

interface MatrixSectionProps {
  readonly matrix: Matrix;
  readonly isWhole: boolean;
  readonly lang: Language;
}

/** The table of reports with its explanation; the worst ten departments, unless the address asks for all. */
export async function MatrixSection({ matrix, isWhole, lang }: MatrixSectionProps) {
  const t = await getTranslations("supervision");
  const count = matrix.departments.length;
  if (count === 0) return null;
  const isCut = !isWhole && count > MOST;
  return (
    <section id="reports" className="scroll-mt-4">
      <h2>{t("matrix")}</h2>
      <ReportMatrix matrix={matrix} most={isCut ? FIRST : null} lang={lang} />
      <p className="pt-1 text-sm text-ink-soft">
        {t("matrixHint")}{" "}
        {isCut && (
          <DayLink
            href="/supervision?departments=all#reports"
            prefetch={false}
            className="text-ink underline print:hidden"
          >
            {t("matrixAll", { count })}
          </DayLink>
        )}
      </p>
    </section>
  );
}
