// A split target counts once, on every surface that counts or lists targets.
import { Decimal } from "decimal.js";
import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { listTargetsJson } from "@/lib/http/api/target-list-json";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { collectFacts } from "@/lib/server/bulletins/facts";
import { clockOn } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { getDepartment, listDepartments } from "@/lib/server/departments/data";
import { getOverview } from "@/lib/server/overview/data";
import { listSources } from "@/lib/server/sources/data";
import { listSlipProposals } from "@/lib/server/supervision/slips";
import { listOwed, OWED } from "@/lib/server/updates/my-targets";
import { getWall } from "@/lib/server/wall/data";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { listTargets } from "./data";
import { transitionTarget } from "./life-cycle";
import { listNotReceived } from "./not-received";
import { splitTarget } from "./split";
import { changeVisibility } from "./visibility";

const [WHOLE, DAY, EVERY] = ["NT-T02", "2023-09-30", { skip: 0, take: 1000 }] as const;
const isPart = (code: string) => code.startsWith(`${WHOLE}-`);
const part = (owner: string, value: string) => ({
  owner,
  value: new Decimal(value),
  weight: new Decimal(1),
  startOn: isoDate("2023-01-01"),
  dueOn: isoDate("2023-12-31"),
});
const office = (day: string = DAY) => as("demo-supervisor", day);
const visitor = (): Context => ({ actor: VISITOR, clock: clockOn(isoDate(DAY)) });

/** What each surface counts, and the codes that it lists. */
async function surfaces(context: Context): Promise<Record<string, unknown>> {
  const scope = { month: isoDate("2023-09-01"), departments: [] };
  const [overview, departments, list, json, facts, wall, sources] = await Promise.all([
    getOverview(context, 100),
    listDepartments(context),
    listTargets({ limit: null, sort: "code" }, context),
    listTargetsJson({ ...NO_FILTERS, limit: 200, sort: "code" }, context, "en"),
    collectFacts(scope, context),
    getWall(context, "en"),
    listSources(context),
  ]);
  const details = await Promise.all(departments.map(({ slug }) => getDepartment(slug, context, null)));
  const { attention, notReported, changes, dueSoon } = overview;
  return {
    overview: [overview.total, overview.late, overview.counts],
    lists: [attention, notReported, changes, dueSoon].map(({ total, shown }) => [total, shown.length]),
    departments: departments.map(({ slug, total }) => `${slug} ${total}`),
    charts: details.map((one) => `${one?.slug} ${one?.targets.length} of ${one?.total}`),
    list: [list.total, list.rows.map((row) => row.code)],
    json: json.data.map((row) => row.code),
    bulletin: facts.facts.rows.map((row) => row.code),
    due: facts.facts.due.map((row) => row.code),
    wall: [wall.overview.total, wall.overview.attention.total, wall.schedules.total],
    sources: sources.map(({ targets }) => targets),
  };
}

describe("a split target", () => {
  let [before, seen]: Record<string, unknown>[] = [];

  beforeAll(async () => {
    await loadPageAndPeople();
    [before, seen] = [await surfaces(await office()), await surfaces(visitor())];
    const parts = [part("transport", "202"), part("haimen", "200")];
    const { codes } = done(await splitTarget(WHOLE, { method: "sum", parts }, await office("2023-01-05")));
    for (const code of codes) {
      const issue = { step: "issue", authority: "No. 1", note: "", receiveWithinDays: 3 } as const;
      done(await transitionTarget(code, issue, await office("2023-01-06")));
    }
    const receive = { step: "receive", authority: "", note: "", receiveWithinDays: 3 } as const;
    done(await transitionTarget(`${WHOLE}-2`, receive, await as("demo-haimen-reporter", "2023-01-06")));
  });

  it("counts once on every surface, for the office and for visitors", async () => {
    expect(await surfaces(await office())).toEqual(before);
    expect(await surfaces(visitor())).toEqual(seen);
  });

  it("lists its parts where they are asked for, and says how many there are", async () => {
    const context = await office();
    const [without, included] = [
      await listTargets({ limit: null }, context),
      await listTargets({ limit: null, parts: "include" }, context),
    ];
    expect([without.parts, included.parts, included.total - without.total]).toEqual([2, 2, 2]);
    expect(
      included.rows
        .filter((row) => row.isPart)
        .map((row) => row.code)
        .toSorted(),
    ).toEqual(["NT-T02-1", "NT-T02-2"]);
    const json = await listTargetsJson({ ...NO_FILTERS, limit: 200, parts: "include" }, context, "en");
    expect(json.data.map((row) => row.code).filter(isPart)).toHaveLength(2);
    expect((await getDepartment("haimen", context))?.parts).toBe(1);
    const scope = { month: isoDate("2023-09-01"), departments: [], parts: "include" as const };
    const { facts } = await collectFacts(scope, context);
    expect(facts.rows.filter((row) => row.isPart).map((row) => row.code)).toEqual(["NT-T02-1", "NT-T02-2"]);
  });

  it("leaves the work on each part where it was: to receive, to report, to be reminded", async () => {
    const waiting = await listNotReceived(["transport"], EVERY, await office());
    expect(waiting.shown.map(({ row }) => row.code)).toContain("NT-T02-1");
    const haimen = { slugs: ["haimen"], sent: [] };
    const mine = await listOwed(OWED, haimen, EVERY, await as("demo-haimen-reporter", DAY));
    expect(mine.shown.map((row) => row.code)).toContain("NT-T02-2");
    const slips = await listSlipProposals(EVERY, await office());
    const proposed = slips.shown.map(({ row, rule }) => `${row.code} ${rule.condition}`);
    expect(proposed).toContain("NT-T02-2 report-late");
    expect(proposed).not.toContain(`${WHOLE} report-late`);
  });

  it("counts by the part for readers who may not read the whole", async () => {
    const hide = { from: "public", reason: "not yet published" } as const;
    done(await changeVisibility(WHOLE, hide, await office()));
    const { rows, parts } = await listTargets({ limit: null }, visitor());
    const listed = rows.map((row) => row.code);
    expect([listed.includes(WHOLE), listed.filter(isPart).length, parts]).toEqual([false, 2, 0]);
  });
});
