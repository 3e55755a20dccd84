import { beforeAll, expect, test } from "vitest";
import { targetJson } from "@/lib/http/api/target-json";
import { listTargetsJson } from "@/lib/http/api/target-list-json";
import { LANGUAGES } from "@/lib/i18n/languages";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { carryOverTarget } from "./carry-over";
import { targetChartModel } from "./chart";
import { getTarget } from "./detail";
import { exportColumns, exportRow } from "./export-rows";
import { transitionTarget } from "./life-cycle";
import { reviseTarget } from "./revisions";
import { settleBaseline } from "./settle-baseline";

beforeAll(loadPageAndPeople);

const office = (day: string) => as("demo-supervisor", day);

async function approved(code: string, asOf: string, value: string, day: string, owner = "transport") {
  const input = { requestKey: crypto.randomUUID(), asOf, value, note: "as counted" };
  const sent = done(await submitUpdate(code, input, await as(`demo-${owner}-reporter`, day)));
  done(await approveUpdate(sent, await as(`demo-${owner}-reviewer`, day)));
}

async function read(code: string, day: string) {
  const target = await getTarget(code, await office(day));
  if (target === null) throw new Error(code);
  return target;
}

test("keeps the shape of the plan, its points, steps, calendar and owner, a year later", async () => {
  done(await carryOverTarget({ code: "NT-T02", newCode: "2024-T02", value: "420" }, await office("2023-12-20")));
  const [before, after] = [await read("NT-T02", "2023-12-20"), await read("2024-T02", "2023-12-20")];
  expect(before.terms.plan.shape).toBe("last-year");
  expect(after.terms.plan).toEqual({
    ...before.terms.plan,
    points: before.terms.plan.points
      .map(({ on, ratio }) => ({ on: on.replace("2023", "2024"), ratio }))
      .map((point) => (point.on === "2024-02-28" ? { ...point, on: "2024-02-29" } : point)),
  });
  const kept = ({ owner, terms, metric }: typeof after) => [owner, metric, terms.calendar, terms.cutOffWorkingDays];
  expect(kept(after)).toEqual(kept(before));

  done(await carryOverTarget({ code: "NT-M01", newCode: "2024-M01", value: "" }, await office("2023-12-20")));
  const [project, next] = [await read("NT-M01", "2023-12-20"), await read("2024-M01", "2023-12-20")];
  expect(next.terms.steps.map(({ key, weight }) => [key, weight])).toEqual(
    project.terms.steps.map(({ key, weight }) => [key, weight]),
  );
  expect(next.terms.steps.map(({ plannedOn }) => plannedOn)).toEqual(
    project.terms.steps.map(({ plannedOn }) => plannedOn.replace("2023", "2024")),
  );
  expect(next.terms.baseline).toBeNull();
});

test("starts after the end of a period of several years", async () => {
  done(await carryOverTarget({ code: "NT-M02", newCode: "2026-M02", value: "" }, await office("2023-12-20")));
  const [{ terms: was }, { terms: is }] = [await read("NT-M02", "2023-12-20"), await read("2026-M02", "2023-12-20")];
  expect([was.startOn, was.dueOn, is.startOn, is.dueOn]).toEqual([
    "2023-01-01",
    "2025-12-31",
    "2026-01-01",
    "2028-12-31",
  ]);
});

test("links both years, on days on which both were known", async () => {
  expect((await read("2024-T02", "2023-12-20")).years.before).toMatchObject({ code: "NT-T02", year: 2023 });
  expect((await read("NT-T02", "2023-12-20")).years.after).toMatchObject([{ code: "2024-T02", year: 2024 }]);
  expect((await read("NT-T02", "2023-12-19")).years.after).toEqual([]);
});

test("an estimate before the final value is provisional on page, chart, files and API, until the final value replaces it", async () => {
  const ask = { code: "NT-T02", newCode: "2024-T03", value: "420" };
  expect(await carryOverTarget({ ...ask, baseline: "x" }, await office("2023-12-20"))).toMatchObject({
    error: { errors: { baseline: "not-a-number" } },
  });
  done(await carryOverTarget({ ...ask, baseline: "398.5" }, await office("2023-12-20")));
  const marks = async (day: string) => {
    const [target, context] = [await read("2024-T03", day), await office(day)];
    const { baseline } = target.terms;
    const { data } = await listTargetsJson({ ...NO_FILTERS, q: "2024-T03", limit: 10 }, context, "en");
    expect(data).toEqual([targetJson(target, "en")]);
    return {
      baseline: [baseline?.value.toFixed(), baseline?.year, baseline?.origin],
      provisional: [baseline?.isProvisional ?? false, data[0]?.baseline?.provisional],
      note: target.baselineNote.en,
      file: LANGUAGES.map((lang) => {
        const column = exportColumns(lang).findIndex(({ key }) => key === "baselineOrigin");
        return exportRow(target, lang)[column];
      }),
      chart: LANGUAGES.map(
        (lang) => targetChartModel(target, context.clock, lang).legend.find((item) => item.key === "baseline")?.label,
      ),
    };
  };
  const provisional = {
    baseline: ["398.5", 2023, "entered"],
    provisional: [true, true],
    note: "To be replaced by the final value of NT-T02.",
    file: ["录入，暂定", "entered by hand, provisional"],
    chart: ["2023年基数（录入，暂定） 398.5亿元", "Baseline 2023 (entered by hand, provisional) CNY 39.85 billion"],
  };
  expect(await marks("2023-12-20")).toEqual(provisional);

  const issue = { step: "issue", authority: "No. 1", note: "", receiveWithinDays: 3 } as const;
  done(await transitionTarget("2024-T03", issue, await office("2024-01-02")));
  expect(await settleBaseline("2024-T03", await office("2024-01-03"))).toMatchObject({
    error: { errors: { form: "no-final-value" } },
  });
  await approved("NT-T02", "2023-12-31", "390", "2024-01-05");
  expect((await read("2024-T03", "2024-01-05")).years.finalBefore?.toFixed()).toBe("390");
  expect(await settleBaseline("2024-T03", await as("demo-transport-reviewer", "2024-01-06"))).toMatchObject({
    error: { kind: "forbidden" },
  });
  done(await settleBaseline("2024-T03", await office("2024-01-06")));
  expect(await marks("2024-01-06")).toMatchObject({
    baseline: ["390", 2023, "derived"],
    provisional: [false, false],
    note: "NT-T02",
    file: ["推算", "derived"],
  });
  const { revisions, years } = await read("2024-T03", "2024-01-06");
  expect(revisions).toMatchObject([{ reason: "以NT-T02年终值确定基期值", authority: "NT-T02" }]);
  expect(years.finalBefore).toBeNull();
  // The day before is still shown as it was known.
  expect(await marks("2024-01-05")).toMatchObject({ ...provisional, note: "NT-T02" });
  expect(await settleBaseline("2024-T03", await office("2024-01-06"))).toMatchObject({ error: { kind: "forbidden" } });
});

test("a final value that equals the estimate, or comes to an empty baseline, settles it too", async () => {
  for (const [code, baseline] of [
    ["2024-T04", "61"],
    ["2024-T05", ""],
  ] as const) {
    done(await carryOverTarget({ code: "NT-T01", newCode: code, value: "70", baseline }, await office("2023-12-20")));
  }
  await approved("NT-T01", "2023-12-31", "61", "2024-01-05");
  for (const code of ["2024-T04", "2024-T05"]) {
    done(await settleBaseline(code, await office("2024-01-06")));
    const { baseline } = (await read(code, "2024-01-06")).terms;
    expect([baseline?.value.toFixed(), baseline?.origin, baseline?.isProvisional]).toEqual([
      "61",
      "derived",
      undefined,
    ]);
  }
});

test("rejects a figure that the form would reject, at its field", async () => {
  const supervisor = await office("2023-12-20");
  const errorsOf = async (value: string) => {
    const outcome = await carryOverTarget({ code: "NT-T03", newCode: "2024-PLACE", value }, supervisor);
    return !outcome.ok && outcome.error.kind === "invalid" ? outcome.error.errors : null;
  };
  expect(await errorsOf("1.5")).toEqual({ value: "not-a-place" });
  expect(await errorsOf("0")).toEqual({ value: "not-a-place" });
});

test("keeps a range, which needs both figures or none, and a share of peers without one", async () => {
  const supervisor = await office("2023-12-20");
  const authority = { reason: "任务书修订", authority: "督查〔2023〕9号" };
  done(
    await reviseTarget("NT-T02", { comparator: "between", value: "402", upperValue: "460", ...authority }, supervisor),
  );
  const carry = (figures: { value: string; upperValue?: string }, newCode = "2024-RANGE") =>
    carryOverTarget({ code: "NT-T02", newCode, ...figures }, supervisor);
  const errorsOf = async (figures: { value: string; upperValue?: string }) => {
    const outcome = await carry(figures);
    return !outcome.ok && outcome.error.kind === "invalid" ? outcome.error.errors : null;
  };
  expect(await errorsOf({ value: "420" })).toEqual({ upperValue: "required" });
  expect(await errorsOf({ value: "", upperValue: "480" })).toEqual({ value: "required" });
  expect(await errorsOf({ value: "420", upperValue: "400" })).toEqual({ upperValue: "below-value" });
  done(await carry({ value: "420", upperValue: "480" }));
  const { terms } = await read("2024-RANGE", "2023-12-20");
  expect([terms.comparator, terms.value?.toNumber(), terms.upperValue?.toNumber()]).toEqual(["between", 420, 480]);
  done(await carry({ value: "" }, "2024-OPEN"));
  expect((await read("2024-OPEN", "2023-12-20")).terms).toMatchObject({ comparator: "between", value: null });

  done(await reviseTarget("NT-T03", { comparator: "first-half", ...authority }, supervisor));
  done(await carryOverTarget({ code: "NT-T03", newCode: "2024-SHARE", value: "3" }, supervisor));
  expect((await read("2024-SHARE", "2023-12-20")).terms).toMatchObject({ comparator: "first-half", value: null });
});

test("scales planned values to the new figure, so that the plan keeps its shape", async () => {
  const supervisor = await office("2023-12-20");
  const planned = { planShape: "values", cells: { "plan:2023-03-31": "22", "plan:2023-06-30": "44" } };
  const authority = { reason: "任务书修订", authority: "督查〔2023〕10号" };
  done(await reviseTarget("NT-T01", { ...planned, ...authority }, supervisor));
  done(await carryOverTarget({ code: "NT-T01", newCode: "2024-SHAPE", value: "120" }, supervisor));
  const { plan } = (await read("2024-SHAPE", "2023-12-20")).terms;
  expect([plan.shape, plan.values.map(({ on, value }) => [on, value.toNumber()])]).toEqual([
    "values",
    [
      ["2024-03-31", 30],
      ["2024-06-30", 60],
    ],
  ]);
});

test("takes the sum of the years as the final value where they are added", async () => {
  const authority = { reason: "任务书修订", authority: "督查〔2023〕11号" };
  const twoYears = { judging: "sum-of-years", startOn: "2022-01-01" };
  done(await reviseTarget("NT-T04", { ...twoYears, ...authority }, await office("2023-12-20")));
  await approved("NT-T04", "2022-12-31", "4", "2023-12-21", "commerce");
  await approved("NT-T04", "2023-12-31", "7", "2024-01-05", "commerce");
  done(await carryOverTarget({ code: "NT-T04", newCode: "2024-SUM", value: "12" }, await office("2024-01-06")));
  const { baseline } = (await read("2024-SUM", "2024-01-06")).terms;
  expect([baseline?.value.toNumber(), baseline?.origin]).toEqual([11, "derived"]);
});
