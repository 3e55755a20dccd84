// The database's standing_on() and the rules in lib/domain/targets/standing.ts give the same lights.
import { beforeAll, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { freshnessOn, lightOn } from "@/lib/domain/targets/standing";
import { LIGHTS } from "@/lib/domain/targets/types";
import { db } from "@/lib/server/db/client";
import { dayOf, dayOrNull, oneOf } from "@/lib/server/db/columns";
import { loadSampleYear } from "@/testing/sample-year";

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
  readonly next_report_opens_on: Date | null;
  readonly next_report_due_on: Date | null;
}

it.each(["2022-12-31", "2023-06-30", "2023-12-31", "2024-01-01", "2026-05-01"])(
  "standing_on(%s) agrees with lightOn() and freshnessOn()",
  async (day) => {
    await db.targetStanding.updateMany({ where: { target: { code: "NT-T01" } }, data: { light: "missed" } });
    const rows = await db.$queryRaw<Row[]>`
      SELECT s.*, t.not_expected_from, t.behind_from, t.far_behind_from FROM standing_on(${day}::date, '2100-01-01T00:00:00Z') s
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
      const next = {
        notExpectedFrom: dayOrNull(row.not_expected_from),
        nextReportOpensOn: dayOrNull(row.next_report_opens_on),
        nextReportDueOn: dayOrNull(row.next_report_due_on),
      };
      expect(row.freshness).toBe(freshnessOn({ ...next, hasValue }, isoDate(day)));
    }
  },
);
