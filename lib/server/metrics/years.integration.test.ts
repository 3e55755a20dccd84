import { Decimal } from "decimal.js";
import { beforeAll, expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { clockOn } from "@/lib/server/clock";
import { carryOverTarget } from "@/lib/server/targets/carry-over";
import { splitTarget } from "@/lib/server/targets/split";
import { changeVisibility } from "@/lib/server/targets/visibility";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { metricChartModel } from "./chart";
import { getMetricYears } from "./years";

const KEY = "transport-investment";

beforeAll(loadPageAndPeople);

const office = (day = "2023-12-20") => as("demo-supervisor", day);
const visitor = () => ({ actor: VISITOR, clock: clockOn(isoDate("2023-12-20")) });

test("a metric shows the targets of all years that the reader may read, a split one once", async () => {
  const ask = { code: "NT-T02", newCode: "2024-T02", value: "420", baseline: "400" };
  done(await carryOverTarget(ask, await office()));
  const part = (owner: string) => ({
    owner,
    value: new Decimal(201),
    weight: new Decimal(1),
    startOn: isoDate("2023-01-01"),
    dueOn: isoDate("2023-12-31"),
  });
  const parts = [part("transport"), part("haimen")];
  done(await splitTarget("NT-T02", { method: "sum", parts }, await office("2023-01-05")));
  const codes = async (context: Parameters<typeof getMetricYears>[1]) =>
    (await getMetricYears(KEY, context))?.targets.shown.map(({ code, year }) => `${year} ${code}`) ?? null;
  expect(await codes(await office())).toEqual(["2023 NT-T02", "2024 2024-T02"]);
  expect(await codes(await office("2023-12-19"))).toEqual(["2023 NT-T02"]);
  expect(await codes(visitor())).toEqual(["2023 NT-T02"]);
  const years = await getMetricYears(KEY, await office());
  const chart = years && metricChartModel(years, { today: isoDate("2023-12-20") }, "en");
  expect(chart?.series.map(({ points }) => points.map((point) => point.text))).toEqual([
    ["CNY 31.65 billion (derived)"],
    ["CNY 40.2 billion", "CNY 40.2 billion", "CNY 42 billion", "CNY 42 billion"],
  ]);
});

test("is not found without a readable target, as for a key that does not exist", async () => {
  expect(await getMetricYears("none", await office())).toBeNull();
  const hide = { from: "public", reason: "as decided" } as const;
  done(await changeVisibility("NT-T02", hide, await office()));
  expect(await getMetricYears(KEY, visitor())).toBeNull();
  expect(await getMetricYears(KEY, await office())).not.toBeNull();
});
