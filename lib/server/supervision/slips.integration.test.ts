import { beforeAll, expect, it } from "vitest";
import { addDays, daysBetween } from "@/lib/domain/calendar/iso-date";
import { proposeSlip } from "@/lib/domain/instructions/propose-slip";
import { db } from "@/lib/server/db/client";
import { listSlipRulesAt } from "@/lib/server/rule-sets/data";
import { listTargets } from "@/lib/server/targets/data";
import { fillTargets } from "@/testing/many-targets";
import { as, loadPageAndPeople } from "@/testing/people";
import { listSlipProposals } from "./slips";

beforeAll(async () => {
  await loadPageAndPeople();
  await fillTargets(400);
  const [rule] = await db.slipRule.findMany({ where: { condition: "far-behind" } });
  await db.slipRule.create({
    data: {
      key: "report-very-late",
      condition: "report-late",
      afterDays: 40,
      colour: "red",
      isEnabled: true,
      inForceFrom: rule?.inForceFrom ?? new Date(0),
    },
  });
});

const ALL = { skip: 0, take: 100_000 };

it.each(["2023-07-01", "2023-08-20", "2023-09-30", "2023-12-31"])(
  "agrees with the domain's proposeSlip() for every target on %s",
  async (day) => {
    const context = await as("demo-supervisor", day);
    const { today, knownUntil } = context.clock;
    const rules = (await listSlipRulesAt(db, knownUntil)).filter((rule) => rule.isEnabled);
    const { rows } = await listTargets({ state: ["issued", "received"], limit: null }, context);
    const expected = rows.flatMap(({ code, standing, terms }) => {
      const { light, freshness, nextReportDueOn, nextReportOpensOn, latest } = standing;
      const daysLate = nextReportDueOn === null ? 0 : Math.max(0, daysBetween(nextReportDueOn, today));
      const rule = proposeSlip({ light, freshness, daysLate }, rules);
      if (rule === null) return [];
      const isLate = rule.condition === "report-late";
      const periodEnd =
        isLate && nextReportOpensOn !== null ? addDays(nextReportOpensOn, -1) : (latest?.asOf ?? terms.dueOn);
      return [`${code} ${rule.key} ${periodEnd} ${isLate ? daysLate : 0}`];
    });
    const { shown, total } = await listSlipProposals(ALL, context);
    expect(total).toBe(expected.length);
    expect(shown.map((one) => `${one.row.code} ${one.rule.key} ${one.periodEnd} ${one.daysLate}`)).toEqual(expected);
  },
);

it("reads a page of slips and their total", async () => {
  const context = await as("demo-supervisor");
  const all = await listSlipProposals(ALL, context);
  const slice = await listSlipProposals({ skip: 5, take: 7 }, context);
  expect(slice.total).toBe(all.total);
  expect(slice.shown.map(({ row }) => row.code)).toEqual(all.shown.slice(5, 12).map(({ row }) => row.code));
});
