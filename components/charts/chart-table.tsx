import { StaticMarkup } from "@/components/ui/static-markup";
import type { ChartCell, ChartColumn, ChartTable as ChartTableModel } from "@/lib/charts/model/chart-model";
import { formatNumber } from "@/lib/domain/units/format-measure";
import type { Language } from "@/lib/i18n/languages";

interface ChartTableProps {
  readonly table: ChartTableModel;
  readonly lang: Language;
}

/** Cells omit the unit, which is in the header; only number columns are right-aligned. */
function isNumeric(column: ChartColumn | undefined): boolean {
  return column?.type === "number";
}

function shown({ value, text }: ChartCell, column: ChartColumn | undefined): string {
  return column?.unit && value !== null ? formatNumber(value, { precision: column.precision }) : text;
}

/** The chart's numbers as a table, with its notes. */
export function ChartTable({ table, lang }: ChartTableProps) {
  return (
    <div className="chart-table">
      {/* A wide table scrolls sideways and must be reachable by keyboard. */}
      <StaticMarkup
        as="section"
        from={table}
        lang={lang}
        tabIndex={0}
        aria-label={table.caption}
        className="chart-table-scroll"
      >
        <table>
          <caption className="sr-only">{table.caption}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.key} scope="col" data-numeric={isNumeric(column)}>
                  {column.label}
                  {column.unit !== null && column.unit !== "" && <span className="chart-unit"> {column.unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key}>
                {row.cells.map((cell, index) => {
                  const column = table.columns[index];
                  const key = column?.key ?? String(index);
                  return index === 0 ? (
                    <th key={key} scope="row">
                      {cell.text}
                    </th>
                  ) : (
                    <td key={key} data-numeric={isNumeric(column)}>
                      {shown(cell, column)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </StaticMarkup>
      {table.notes.map((note) => (
        <p key={note} className="chart-note">
          {note}
        </p>
      ))}
    </div>
  );
}
