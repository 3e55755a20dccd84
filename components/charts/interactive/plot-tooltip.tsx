"use client";
import { type CSSProperties, useEffect, useState } from "react";
import { LegendSwatch } from "@/components/charts/legend-swatch";
import { ignoringComposition } from "@/components/ui/ignoring-composition";
import { dayFromNumber } from "@/lib/charts/model/chart-axes";
import type { PlotChartModel } from "@/lib/charts/model/chart-model";
import { readingsAt } from "@/lib/charts/model/plot-rows";
import { formatIsoDate } from "@/lib/domain/units/format-date";

interface PlotTooltipProps {
  readonly model: PlotChartModel;
  readonly hidden: ReadonlySet<string>;
  /** In drawing units. */
  readonly plotWidth: number;
  /** Set by the chart library. */
  readonly active?: boolean;
  readonly label?: string | number;
}

/**
 * The values of all visible series on the day under the pointer or selected with the arrow keys. Escape hides them until
 * another day is selected.
 */
export function PlotTooltip({ model, hidden, plotWidth, active, label }: PlotTooltipProps) {
  const x = Number(label);
  const [isDismissed, setDismissed] = useState(false);
  useEffect(() => {
    if (active !== true) return;
    setDismissed(false);
    const hide = ignoringComposition(({ key }: KeyboardEvent) => {
      if (key === "Escape") setDismissed(true);
    });
    document.addEventListener("keydown", hide);
    return () => document.removeEventListener("keydown", hide);
  }, [active, x]);
  if (active !== true || isDismissed || !Number.isFinite(x)) return null;
  const day = dayFromNumber(x);
  const readings = readingsAt(model, x).filter((reading) => !hidden.has(reading.key));
  const marks = model.marks.filter((mark) => mark.role === "revision" && mark.x === x);
  return (
    <div
      role="status"
      aria-live="polite"
      className="chart-tooltip"
      style={{ "--plot-width": `${plotWidth}px` } as CSSProperties}
    >
      <p className="chart-tooltip-day">{formatIsoDate(day, model.lang)}</p>
      <dl>
        {readings.map((reading) => (
          <div key={reading.key}>
            <dt>
              <span className="chart-tooltip-mark">
                <LegendSwatch swatch={reading.role} />
              </span>{" "}
              <span className="chart-tooltip-name">{reading.label}</span>
            </dt>
            <dd>{reading.text}</dd>
          </div>
        ))}
      </dl>
      {readings.map(({ key, againstPlan }) => againstPlan !== undefined && <p key={key}>{againstPlan}</p>)}
      {marks.map((mark) => (
        <p key={mark.key}>{mark.detail}</p>
      ))}
      {model.illustrativeLabel !== null && <p className="chart-notice">{model.illustrativeLabel}</p>}
    </div>
  );
}
