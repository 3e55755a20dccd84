import type { TrendModel, TrendPoint } from "@/lib/charts/model/trend-model";

const WIDTH = 320;
const HEIGHT = 132;
const TOP = 16;
const BOTTOM = HEIGHT - 20;
const INSET = 6;

const round = (value: number) => Math.round(value * 10) / 10;
const left = (share: number) => round(INSET + share * (WIDTH - INSET * 2));
const top = (share: number) => round(BOTTOM - share * (BOTTOM - TOP));
const lineOf = (points: readonly TrendPoint[]) =>
  points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${left(x)} ${top(y)}`).join("");

/** Colours of the page: it is never a file, and the browser draws it without the palette. */
const COLOUR = {
  reported: "var(--chart-reported, #0b5394)",
  expected: "var(--chart-expected, #6b6964)",
  target: "var(--chart-target, #a33b20)",
  axis: "var(--chart-axis, #8a877f)",
};

/** Labels left of their point in the right half, so that they stay inside. */
const anchorAt = (x: number) => (x > 0.5 ? "end" : "start");

/** The small chart of a report. A new value is a ring, with its label. */
export function TrendFigure({ model }: { readonly model: TrendModel }) {
  const { reported, expected, added, target } = model;
  const last = reported.findLast((point) => added === null || point.x < added.x);
  // Above its point, unless the target's line or the edge is there.
  const isUnderTarget =
    added !== null &&
    (top(added.y) < TOP + 14 || (target !== null && Math.abs(top(added.y) - 14 - top(target.y)) < 12));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={model.description}
      fill="currentColor"
      fontSize={12}
      width="100%"
      style={{ maxWidth: WIDTH * 1.2, fontVariantNumeric: "tabular-nums" }}
    >
      <path d={`M0 ${BOTTOM}H${WIDTH}`} stroke={COLOUR.axis} />
      {expected.length > 1 && (
        <path d={lineOf(expected)} fill="none" stroke={COLOUR.expected} strokeWidth={1.25} strokeDasharray="6 4" />
      )}
      {target !== null && (
        <>
          <path d={`M0 ${top(target.y)}H${WIDTH}`} stroke={COLOUR.target} strokeWidth={1.5} />
          <text x={INSET} y={top(target.y) - 4}>
            {target.label}
          </text>
        </>
      )}
      <path d={lineOf(reported)} fill="none" stroke={COLOUR.reported} strokeWidth={2} />
      {reported.map(({ x, y }) => (
        <circle key={x} cx={left(x)} cy={top(y)} r={2.5} fill={COLOUR.reported} />
      ))}
      {added !== null && last !== undefined && (
        <path d={lineOf([last, added])} fill="none" stroke={COLOUR.reported} strokeWidth={2} strokeDasharray="3 3" />
      )}
      {added !== null && (
        <>
          <circle
            cx={left(added.x)}
            cy={top(added.y)}
            r={5}
            fill="var(--surface)"
            stroke={COLOUR.reported}
            strokeWidth={2.5}
          />
          <text
            x={left(added.x) + (added.x > 0.5 ? 6 : -6)}
            y={top(added.y) - (isUnderTarget ? -20 : 10)}
            textAnchor={anchorAt(added.x)}
            fontWeight={700}
          >
            {added.label}
          </text>
        </>
      )}
      <text x={INSET} y={HEIGHT - 5}>
        {model.from}
      </text>
      <text x={WIDTH - INSET} y={HEIGHT - 5} textAnchor="end">
        {model.to}
      </text>
    </svg>
  );
}
