"use client";
import type { FormWords } from "@/components/updates/form-words";
import type { TrendModel } from "@/lib/charts/model/trend-model";
import { LIGHT_SHAPES } from "@/lib/charts/svg/light-shapes";
import { TrendFigure } from "@/lib/charts/svg/trend-figure";
import type { ReportPreview as Preview } from "@/lib/views/update";

interface ReportPreviewProps {
  readonly shown: Preview | null;
  /** The chart before anything is typed. */
  readonly trend: TrendModel | null;
  readonly words: FormWords;
}

/** What the typed value would change: the chart, the light, and what the reviewer would be warned about. */
export function ReportPreview({ shown, trend, words }: ReportPreviewProps) {
  const drawn = shown?.trend ?? trend;
  return (
    <div className="grid content-start gap-2">
      {drawn !== null && <TrendFigure model={drawn} />}
      <div aria-live="polite" className="grid gap-2">
        <p>
          {words.preview}{" "}
          {shown === null ? (
            <span className="text-ink-soft">{words.previewNone}</span>
          ) : (
            <strong>
              <span aria-hidden="true" style={{ color: `var(--badge-${shown.light})` }}>
                {LIGHT_SHAPES[shown.light]}
              </span>{" "}
              {words.lights[shown.light]}
            </strong>
          )}
        </p>
        {shown !== null && shown.outliers.length > 0 && (
          <div className="border-l-4 border-notice pl-3 text-notice">
            <p>{words.warnings}</p>
            <ul>
              {shown.outliers.map((outlier) => (
                <li key={outlier}>⚠ {words.outliers[outlier]}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}
