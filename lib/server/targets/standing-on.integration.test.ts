// The database's standing_on() and the rules in lib/domain/targets/standing.ts give the same lights.
import { beforeAll, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { freshnessOn, gapOn, lightOn } from "@/lib/domain/targets/standing";
import { LIGHTS } from "@/lib/domain/targets/types";
import { listTargetsJson } from "@/lib/http/api/target-list-json";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { db } from "@/lib/server/db/client";
import { dayOf, dayOrNull, decimalOrNull, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { formatGap } from "@/lib/wording/format-gap";
import { as } from "@/testing/people";
import { loadSampleYear } from "@/testing/sample-year";
import { listTargets } from "./data";
import { getTarget } from "./detail";

beforeAll(loadSampleYear, 120_000);

interface Row {
  readonly stored_light: string;
  readonly light: string;
  readonly freshness: string;
  readonly met: boolean | null;
  readonly as_of: Date | null;
  readonly start_on: Date;
  readonly due_on: Date;
  readonly not_expected_from: Date | null;
  readonly behind_from: Date | null;
  readonly far_behind_from: Date | null;
  readonly open_steps: Date[];
  readonly stored_gap: Prisma.Decimal | null;
  readonly gap_value: Prisma.Decimal | null;
  readonly next_report_opens_on: Date | null;
  readonly next_report_due_on: Date | null;
}

it.each(["2022-12-31", "2023-06-30", "2023-12-31", "2024-01-01", "2026-05-01"])(
  "standing_on(%s) agrees with lightOn(), gapOn() and freshnessOn()",
  async (day) => {
    await db.targetStanding.updateMany({ where: { target: { code: "NT-T01" } }, data: { light: "missed" } });
    const rows = await db.$queryRaw<Row[]>`
      SELECT s.*, t.not_expected_from, t.behind_from, t.far_behind_from, t.open_steps,
        t.gap_value AS stored_gap FROM standing_on(${day}::date, '2100-01-01T00:00:00Z') s
      JOIN target_standing t ON t.target_id = s.target_id AND t.known_to IS NULL`;
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      const hasValue = row.as_of !== null;
      const [startOn, dueOn] = [dayOf(row.start_on), dayOf(row.due_on)];
      const overdue = { behindFrom: dayOrNull(row.behind_from), farBehindFrom: dayOrNull(row.far_behind_from) };
      const nextReportOpensOn = dayOrNull(row.next_report_opens_on);
      const stored = { light: oneOf(LIGHTS, row.stored_light), met: row.met, startOn, dueOn };
      const inputs = { ...stored, ...overdue, nextReportOpensOn, hasValue };
      expect(row.light).toBe(lightOn(inputs, isoDate(day)));
      const steps = { gapValue: decimalOrNull(row.stored_gap), openSteps: row.open_steps.map(dayOf) };
      expect(decimalOrNull(row.gap_value)?.toNumber()).toBe(gapOn(steps, isoDate(day))?.toNumber());
      const next = {
        notExpectedFrom: dayOrNull(row.not_expected_from),
        nextReportOpensOn: dayOrNull(row.next_report_opens_on),
        nextReportDueOn: dayOrNull(row.next_report_due_on),
      };
      expect(row.freshness).toBe(freshnessOn({ ...next, hasValue }, isoDate(day)));
    }
  },
);

it("counts the overdue steps of a milestone as its gap, as its light does", async () => {
  const context = await as("demo-supervisor", "2023-09-30");
  const target = await getTarget("NT-M01", context);
  expect(target?.standing.light).toBe("far-behind");
  expect(target && formatGap(target, "zh-CN")).toBe("−1个节点");
  const { rows } = await listTargets({ q: "NT-M01", limit: 20 }, context);
  expect(rows.map((row) => formatGap(row, "en"))).toEqual(["−1 step"]);
  const json = await listTargetsJson({ ...NO_FILTERS, q: "NT-M01", limit: 200 }, context, "en");
  expect(json.data.map(({ gapValue }) => gapValue)).toEqual(["-1"]);
});
