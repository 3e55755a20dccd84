import { getTranslations } from "next-intl/server";
import { ImportLine } from "@/components/forms/import-form";
import { getImportWords } from "@/components/forms/import-words";
import { DataTableHead } from "@/components/ui/data-table";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { ChartFigure } from "@/lib/charts/svg/chart-figure";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Language } from "@/lib/i18n/languages";
import { hasWarning } from "@/lib/imports/plan";
import type { SandboxReading } from "@/lib/views/sandbox";

interface SandboxResultProps {
  readonly reading: SandboxReading;
  readonly lang: Language;
}

/** What a task table would become: rows with problems, the targets as a list, and the expected course of some. */
export async function SandboxResult({ reading: { lines, targets }, lang }: SandboxResultProps) {
  const [t, words] = await Promise.all([getTranslations("sandbox"), getImportWords()]);
  const unclear = lines.filter((line) => line.outcome !== "added" || hasWarning(line));
  const refused = lines.length - targets.length;
  const columns = ["target", "metric", "promise", "owner", "dueOn"] as const;
  return (
    <div className="grid grid-cols-1 gap-6">
      <p role="status" className="font-bold tabular-nums">
        {t("counts", { added: targets.length, refused })}
      </p>
      {unclear.length > 0 && (
        <section>
          <h2 className="border-b pb-1">
            {t("problems")} <span className="font-normal text-ink-soft tabular-nums">{unclear.length}</span>
          </h2>
          <ol className="divide-y">
            {unclear.map((line, index) => (
              <ImportLine key={index} line={line} words={words} />
            ))}
          </ol>
        </section>
      )}
      {targets.length > 0 && (
        <section>
          <h2 className="border-b pb-1">
            {t("targets")} <span className="font-normal text-ink-soft tabular-nums">{targets.length}</span>
          </h2>
          <ScrollRegion label={t("targets")}>
            <table className="w-full border-collapse text-sm">
              <DataTableHead columns={columns.map((key) => ({ key, label: t(`columns.${key}`) }))} />
              <tbody className="tabular-nums">
                {targets.map((one) => (
                  <tr key={one.code} className="border-b align-baseline">
                    <th scope="row" className="min-w-40 py-2 pr-4 text-left font-normal">
                      {one.title}
                    </th>
                    <td className="pr-4">{one.metric}</td>
                    <td className="pr-4">{one.promise}</td>
                    <td className="pr-4">{one.owner}</td>
                    <td className="whitespace-nowrap">{formatIsoDate(one.dueOn, lang)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </section>
      )}
      {targets.some(({ chart }) => chart !== null) && (
        <section>
          <h2 className="border-b pb-1">{t("charts")}</h2>
          <ul className="grid grid-cols-1 gap-6 pt-3 lg:grid-cols-2">
            {targets.map(
              ({ code, title, chart }) =>
                chart !== null && (
                  <li key={code} className="min-w-0 [&_svg]:h-auto [&_svg]:max-w-full">
                    <h3 className="text-base">{title}</h3>
                    <ChartFigure model={chart} width={560} height={280} theme="page" idPrefix={`try-${code}`} />
                  </li>
                ),
            )}
          </ul>
        </section>
      )}
    </div>
  );
}
