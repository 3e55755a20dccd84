// An illustrative course of transport investment over 2022. Its total is the derived 316.5; the months are made up.
import { endOfMonth, isoDate } from "@/lib/domain/calendar/iso-date";
import type { PlanPoint } from "@/lib/domain/targets/types";
import type { SeedHistory } from "@/prisma/seed-data/types";

/** Share of 2022's total reached by the end of each month from February. */
const SHARES = [0.15, 0.22, 0.29, 0.37, 0.48, 0.56, 0.64, 0.73, 0.82, 0.91, 1] as const;
const TOTAL = 316.5;

function monthEnd(year: number, month: number) {
  return endOfMonth(isoDate(`${year}-${String(month).padStart(2, "0")}-01`));
}

/** The same shares for 2023. */
export const lastYearShape: readonly PlanPoint[] = SHARES.map((ratio, index) => ({
  on: monthEnd(2023, index + 2),
  ratio,
}));

export const monthlyInvestment2022: readonly SeedHistory[] = SHARES.map((share, index) =>
  share === 1
    ? {
        asOf: monthEnd(2022, 12),
        value: "316.5",
        origin: "derived",
        note: "推算值：402 ÷ 1.27",
        noteEn: "Derived: 402 ÷ 1.27",
      }
    : {
        asOf: monthEnd(2022, index + 2),
        value: (TOTAL * share).toFixed(1),
        origin: "illustrative",
        note: "示例月度进度，非公开数据",
        noteEn: "Illustrative course, not a published figure",
      },
);

/** 2022's illustrative investment by the end of a month (February to December), 亿元. */
export function investmentOf2022(month: number): number {
  const share = SHARES[month - 2];
  if (share === undefined) throw new RangeError(`no share of 2022 for month ${month}`);
  return TOTAL * share;
}
