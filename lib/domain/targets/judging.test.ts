import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { accumulatedReadings, judgedPeriods } from "@/lib/domain/targets/judging";
import { aReading, aTarget } from "@/testing/target-builders";

const YEARLY = [
  aReading("2021-06-30", 40),
  aReading("2021-12-31", 90),
  aReading("2022-06-30", 50),
  aReading("2022-12-31", 110),
  aReading("2023-06-30", 45),
];
const terms = aTarget({
  value: new Decimal(300),
  judging: "sum-of-years",
  calendar: "half-yearly",
  startOn: isoDate("2021-01-01"),
  dueOn: isoDate("2023-12-31"),
});

test("a total that starts again each year is one rising course: the years before are added", () => {
  const values = (readings = YEARLY) => accumulatedReadings(terms, readings).map(({ value }) => value?.toNumber());
  expect(values()).toEqual([40, 90, 140, 200, 245]);
  expect(values(YEARLY.toReversed())).toEqual([245, 200, 140, 90, 40]);
});

test("other readings stay as reported", () => {
  expect(accumulatedReadings({ ...terms, judging: "latest" }, YEARLY)).toEqual(YEARLY);
});

test("the periods since the latest reading count as not reported once their reports are expected", () => {
  const monthly = aTarget({ kind: "level", judging: "every-period", value: new Decimal(95) });
  const readings = [aReading("2023-01-31", 96), aReading("2023-02-28", 80)];
  const seenOn = (today?: string) =>
    judgedPeriods(monthly, readings, today === undefined ? undefined : isoDate(today)).map(({ endOn, isKept }) => [
      endOn,
      isKept,
    ]);
  const reported = [
    ["2023-01-31", true],
    ["2023-02-28", false],
  ];
  expect(seenOn()).toEqual(reported);
  expect(seenOn("2023-03-31")).toEqual(reported);
  expect(seenOn("2023-04-01")).toEqual([...reported, ["2023-03-31", null]]);
});
