import { TEXT_SIZE } from "@/lib/charts/layout/figure-layout";
import { wrapText } from "@/lib/charts/layout/text-width";
import type { ChartPalette } from "./chart-palette";

interface RowLabelProps {
  readonly label: string;
  readonly right: number;
  readonly middle: number;
  readonly width: number;
  /** The row height decides whether one or two lines fit. */
  readonly rowHeight: number;
  readonly palette: ChartPalette;
}

/** A row's label, right-aligned before its bar, in as many lines as fit. */
export function RowLabel({ label, right, middle, width, rowHeight, palette }: RowLabelProps) {
  const lines = wrapText(label, width, TEXT_SIZE, rowHeight >= 30 ? 2 : 1);
  const first = middle + 4 - ((lines.length - 1) * 13) / 2;
  return (
    <g>
      {lines.map((line, index) => (
        <text key={line} x={right} y={first + index * 13} textAnchor="end" fill={palette.strong}>
          {line}
        </text>
      ))}
    </g>
  );
}
