// How the readings count, from a revision to the standing, the list and the day on which silence shows.
import { Decimal } from "decimal.js";
import { beforeAll, expect, it } from "vitest";
import { targetJson } from "@/lib/http/api/target-json";
import { loadYearAndPeople } from "@/testing/bulletins";
import { as, done } from "@/testing/people";
import { getTarget } from "./detail";
import { reviseTarget } from "./revisions";

/** The growth of transport investment, reported every month. */
const CODE = "NT-T02b";
const WHY = { reason: "as worded", authority: "No. 12" };

beforeAll(loadYearAndPeople, 120_000);

async function seenOn(day: string) {
  const target = await getTarget(CODE, await as("demo-supervisor", day));
  if (target === null) throw new Error(`${CODE} is gone`);
  return target;
}

it("judges the mean of the periods, and shows it next to the latest value", async () => {
  done(
    await reviseTarget(
      CODE,
      { ...WHY, judging: "average", orBetter: "false", tolerance: "4" },
      await as("demo-supervisor", "2023-09-30"),
    ),
  );
  const { terms, readings, standing } = await seenOn("2023-09-30");
  expect(terms).toMatchObject({ judging: "average", orBetter: false, tolerance: new Decimal(4) });
  const values = readings.flatMap(({ value }) => (value === null ? [] : [value]));
  expect(values.length).toBeGreaterThan(3);
  const mean = Decimal.sum(...values)
    .div(values.length)
    .toDecimalPlaces(6);
  expect(standing.judgedValue).toEqual(mean);
  expect(standing.latest?.value).toEqual(values.at(-1));
  expect(targetJson(await seenOn("2023-09-30"), "en")).toMatchObject({
    judging: "average",
    orBetter: false,
    tolerance: "4",
    judgedValue: mean.toFixed(),
  });
});

it("breaks a promise of every month by one month, and does not take silence for proof", async () => {
  const readings = (await seenOn("2023-09-30")).readings.flatMap(({ value }) => value ?? []);
  const worst = Decimal.min(...readings);
  const revise = async (value: Decimal) =>
    done(
      await reviseTarget(
        CODE,
        { ...WHY, comparator: "at-least", value: value.toFixed(), judging: "every-period" },
        await as("demo-supervisor", "2023-09-30"),
      ),
    );
  await revise(worst.plus(1));
  expect((await seenOn("2023-09-30")).standing).toMatchObject({ light: "far-behind", met: false });
  await revise(worst);
  expect(["on-track", "ahead"]).toContain((await seenOn("2023-09-30")).standing.light);
});

it("stores the changed weight of a step, keeps the one before in the revision, and undoes it in the past", async () => {
  const steps = async (day: string) =>
    (await getTarget("NT-M01", await as("demo-supervisor", day)))?.terms.steps.map(({ weight }) => weight) ?? [];
  const before = await steps("2023-09-29");
  const target = await getTarget("NT-M01", await as("demo-supervisor", "2023-09-30"));
  const [first] = target?.terms.steps ?? [];
  if (first === undefined) throw new Error("no steps");
  const changed = [{ key: first.key, plannedOn: first.plannedOn, weight: "7.5" }];
  done(await reviseTarget("NT-M01", { ...WHY, steps: changed }, await as("demo-supervisor", "2023-09-30")));
  expect(await steps("2023-09-30")).toEqual([7.5, ...before.slice(1)]);
  expect(await steps("2023-09-29")).toEqual(before);
  const revised = await getTarget("NT-M01", await as("demo-supervisor", "2023-09-30"));
  expect(revised?.revisions[0]?.before).toMatchObject({
    steps: [{ weight: before[0] }, ...before.slice(1).map(() => ({}))],
  });
});
