import { TEXT_SIZE } from "@/lib/charts/layout/figure-layout";
import { LABEL_ROW, type LineLabel } from "@/lib/charts/layout/inline-labels";
import type { SeriesRole } from "@/lib/charts/model/chart-model";
import type { ChartPalette } from "./chart-palette";

interface LineLabelsProps {
  readonly labels: readonly LineLabel[];
  readonly palette: ChartPalette;
}

/** The colour of the line where it has the contrast of text: dotted baselines are paler. */
export function labelColour(role: SeriesRole, palette: ChartPalette): string {
  return role === "baseline" ? palette.muted : palette[role];
}

/** The names of lines in their colours; a thin line leads to a name that had to move. */
export function LineLabels({ labels, palette }: LineLabelsProps) {
  return (
    <g>
      {labels.map(({ key, role, lines, box, isBold, leader }) => (
        <g key={key} data-label={key}>
          {leader !== null && <line {...leader} stroke={palette[role]} strokeWidth={0.75} />}
          {leader === null && (
            <rect
              x={box.left - 2}
              y={box.top}
              width={box.width + 4}
              height={box.height}
              fill={palette.halo}
              fillOpacity={0.85}
            />
          )}
          {lines.map((line, index) => (
            <text
              key={line}
              x={box.left}
              y={box.top + 10 + index * LABEL_ROW}
              fontSize={TEXT_SIZE}
              fontWeight={isBold ? 700 : 400}
              fill={labelColour(role, palette)}
            >
              {line}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
}
