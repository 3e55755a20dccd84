// npm run bench -- forecast: how often the outcome of a simulated year lies in the forecast's range, and its mean error.
import { type CalibrationCell, calibrationTable, errorRatio, isCalibrated } from "@/testing/forecast-calibration";

const YEARS = 1000;
/** March is before the first forecast. April, the first month with one, and November show the limits of the method. */
const CUT_OFFS = [3, 4, 6, 9, 11];
/** The cut-offs whose bounds decide the exit code, as does a forecast of a total within a year without last year. */
const BOUND = /-(06|09)-/;

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function verdict(cell: CalibrationCell): string {
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

const seed = Number(process.argv.find((argument) => /^--seed=\d+$/.test(argument))?.slice("--seed=".length) ?? 1);
const cells = calibrationTable(CUT_OFFS, [true, false], YEARS, seed);
console.table(cells.map(rowOf));
const bound = cells.filter((cell) => !cell.isHidden && BOUND.test(cell.cutOff));
const unfounded = cells.filter((cell) => !cell.hasLastYear && cell.isTotal && !cell.isHidden);
if (!bound.every(isCalibrated) || unfounded.length > 0) process.exitCode = 1;
