// npm run bench -- forecast: how often the outcome of a simulated year lies in the forecast's range, and its mean error.
import { type CalibrationCell, calibrationTable, errorRatio, isCalibrated } from "@/testing/forecast-calibration";

const YEARS = 1000;
/** March is before the first forecast. April, the first month with one, and November show the limits of the method. */
const CUT_OFFS = [3, 4, 6, 9, 11];
/** The cut-offs whose bounds decide the exit code. */
const BOUND = /-(06|09)-/;

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function verdict(cell: CalibrationCell): string {
  if (!cell.hasLastYear) return "–";
  return isCalibrated(cell) ? "ok" : "outside";
}

/** Shares in %; `ratio` is the error next to that of the better simple method. */
function rowOf(cell: CalibrationCell): Record<string, string> {
  const place = {
    family: cell.family,
    "cut-off": cell.cutOff.slice(5),
    "last year": cell.hasLastYear ? "known" : "unknown",
  };
  if (cell.isHidden) return { ...place, coverage: "no forecast" };
  return {
    ...place,
    coverage: percent(cell.coverage),
    below: percent(cell.below),
    above: percent(cell.above),
    width: percent(cell.width),
    error: percent(cell.error),
    drift: percent(cell.driftError),
    shape: percent(cell.lastYearError),
    ratio: errorRatio(cell).toFixed(2),
    bounds: verdict(cell),
  };
}

/** Without last year a single family cannot be calibrated; all totals, and all levels, together can. */
function meanCoverage(cells: readonly CalibrationCell[]): Record<string, string>[] {
  const shown = cells.filter((cell) => !cell.hasLastYear && !cell.isHidden);
  return [...new Set(shown.map((cell) => cell.cutOff))].map((cutOff) => {
    const mean = (isTotal: boolean) => {
      const some = shown.filter((cell) => cell.cutOff === cutOff && cell.isTotal === isTotal);
      return percent(some.reduce((sum, cell) => sum + cell.coverage, 0) / some.length);
    };
    return { "cut-off": cutOff.slice(5), totals: mean(true), "levels and rates": mean(false) };
  });
}

const seed = Number(process.argv.find((argument) => /^--seed=\d+$/.test(argument))?.slice("--seed=".length) ?? 1);
const cells = calibrationTable(CUT_OFFS, [true, false], YEARS, seed);
console.table(cells.map(rowOf));
console.log("Mean coverage without last year's values:");
console.table(meanCoverage(cells));
const bound = cells.filter((cell) => cell.hasLastYear && BOUND.test(cell.cutOff));
if (!bound.every(isCalibrated)) process.exitCode = 1;
