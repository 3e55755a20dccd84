import type { Box } from "@/lib/charts/layout/figure-layout";
import type { ChartMark } from "@/lib/charts/model/chart-model";
import type { ChartPalette } from "./chart-palette";

interface NoteSignsProps {
  readonly marks: readonly ChartMark[];
  readonly plot: Box;
  readonly x: (value: number) => number;
  readonly palette: ChartPalette;
}

const SIZE = 13;

/** ①, ② … on their days, stacked if days are close; their sentences are below the figure. */
export function NoteSigns({ marks, plot, x, palette }: NoteSignsProps) {
  const notes = marks.filter((mark) => mark.role === "note");
  return (
    <g>
      {notes.map((note, index) => {
        const before = notes.slice(0, index).filter((other) => Math.abs(x(other.x) - x(note.x)) < SIZE * 1.5).length;
        const middle = Math.min(plot.left + plot.width - SIZE / 2, Math.max(plot.left + SIZE / 2, x(note.x)));
        const y = plot.top + SIZE * (before + 1) + 1;
        return (
          <g key={note.key}>
            <line
              x1={x(note.x)}
              x2={x(note.x)}
              y1={y + 3}
              y2={plot.top + plot.height}
              stroke={palette.strong}
              strokeDasharray="2 3"
            />
            <rect x={middle - SIZE / 2} y={y - SIZE + 2} width={SIZE} height={SIZE} fill={palette.halo} />
            <text x={middle} y={y} textAnchor="middle" fontSize={SIZE} fontWeight={700}>
              {note.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}
