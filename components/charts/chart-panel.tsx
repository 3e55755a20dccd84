import type { ReactNode } from "react";
import { ChartLegend } from "@/components/charts/chart-legend";
import { ChartTable } from "@/components/charts/chart-table";
import { TargetChart } from "@/components/charts/interactive/target-chart";
import { LegendSwatch } from "@/components/charts/legend-swatch";
import { ResponsiveFigure } from "@/components/charts/responsive-figure";
import type { ChartModel } from "@/lib/charts/model/chart-model";
import { getTranslator } from "@/lib/i18n/translator";

interface ChartPanelProps {
  readonly model: ChartModel;
  /** False if the page's own heading already names the chart. */
  readonly showTitle?: boolean;
  /** The export menu. */
  readonly actions?: ReactNode;
}

/** What the chart shows, and its light. */
function FindingLine({ finding: { text, light } }: Pick<ChartModel, "finding">) {
  if (text === "") return null;
  return (
    <span className="chart-finding">
      {text}
      {light !== null && (
        <span className="chart-finding-light" data-light={light.light}>
          <LegendSwatch swatch={light.isStale ? "no-report" : light.light} />
          {light.label}
        </span>
      )}
    </span>
  );
}

/** A chart on a page: title, legend, picture, sample caption, as-of, source, and its table in a disclosure. */
export function ChartPanel({ model, showTitle = true, actions }: ChartPanelProps) {
  const figure = <ResponsiveFigure model={model} />;
  const t = getTranslator(model.lang);
  const facts = [showTitle ? model.identityLabel : "", model.asOfLabel, model.cutOffLabel, model.sourceLabel].filter(
    Boolean,
  );
  return (
    <figure className="chart-panel">
      <figcaption>
        <span className={showTitle ? "chart-title" : "chart-title sr-only"}>{model.title}</span>
        <FindingLine finding={model.finding} />
      </figcaption>
      {model.drawing === "plot" ? (
        <TargetChart
          model={model}
          linesLabel={t("chart.lines")}
          swatches={model.legend.map(({ key, swatch }) => <LegendSwatch key={key} swatch={swatch} />)}
        >
          {figure}
        </TargetChart>
      ) : (
        <>
          <ChartLegend items={model.legend} />
          {figure}
        </>
      )}
      <div className="chart-foot">
        {model.illustrativeLabel !== null && <p className="chart-notice">{model.illustrativeLabel}</p>}
        {model.assumptionLabel !== null && <p>{model.assumptionLabel}</p>}
        {model.annotations?.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{facts.join(" · ")}</p>
      </div>
      {actions}
      <details className="chart-data">
        <summary>{t("chart.showTable")}</summary>
        <ChartTable table={model.table} lang={model.lang} />
      </details>
    </figure>
  );
}
