// The size of a page's reads must not grow with the number of targets: as many statements, rows and parameters at 2,000
// targets as at 6,000, so that no number of targets exceeds the 32,767 parameters that PostgreSQL takes.
import { Decimal } from "decimal.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, isoDate } from "@/lib/domain/calendar/iso-date";
import { listTargetsJson } from "@/lib/http/api/target-list-json";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { listBulletins } from "@/lib/server/bulletins/data";
import { readChart } from "@/lib/server/charts/read-chart";
import type { Context } from "@/lib/server/context";
import { getDepartment, listDepartments } from "@/lib/server/departments/data";
import { getPendingTasks } from "@/lib/server/departments/pending-tasks";
import { getOverview } from "@/lib/server/overview/data";
import { prepareDigest } from "@/lib/server/reminders/digest";
import { describeOutcome } from "@/lib/server/reminders/jobs";
import { getSupervision } from "@/lib/server/supervision/data";
import { listMyWork } from "@/lib/server/updates/my-work";
import { listQuickEntries } from "@/lib/server/updates/quick-entry";
import { listReviewQueue } from "@/lib/server/updates/review-queue";
import { getWall } from "@/lib/server/wall/data";
import { fillTargets } from "@/testing/many-targets";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { type Reading, watchStatements } from "@/testing/watch-statements";
import { listTargetChoices } from "./choices";
import { listTargets } from "./data";
import { getTarget } from "./detail";
import { splitTarget } from "./split";

const watch = watchStatements();

const office = () => as("demo-supervisor");
const reporter = () => as("demo-many-1-reporter");
const reviewer = () => as("demo-many-1-reviewer");
const since = ({ clock }: Context) => addDays(clock.today, -30);
const until = ({ clock }: Context) => addDays(clock.today, 30);

const PAGES: Readonly<
  Record<string, readonly [who: () => Promise<Context>, read: (context: Context) => Promise<unknown>]>
> = {
  overview: [office, getOverview],
  wall: [office, (context) => getWall(context, "zh-CN")],
  departments: [office, listDepartments],
  "a department": [office, (context) => getDepartment("many-1", context)],
  "a department's chart": [office, (context) => readChart({ of: "department", slug: "many-1" }, context, "en")],
  "the overview's chart": [office, (context) => readChart({ of: "overview" }, context, "en")],
  targets: [office, (context) => listTargets({ ...NO_FILTERS, q: "目标" }, context)],
  "targets that changed": [office, (context) => listTargets({ changedSince: since(context) }, context)],
  "targets that fall due": [office, (context) => listTargets({ dueBy: until(context) }, context)],
  "the API's list": [office, (context) => listTargetsJson({ ...NO_FILTERS, limit: 50 }, context, "en")],
  "a target with parts": [office, (context) => getTarget("NT-T02", context)],
  supervision: [office, getSupervision],
  "a page of slips": [office, (context) => getSupervision(context, { list: "late", page: 1 })],
  "the studio's choices": [office, (context) => listTargetChoices(["NT-T02"], "", context)],
  bulletins: [office, listBulletins],
  "my work": [reporter, listMyWork],
  "quick entry": [reporter, listQuickEntries],
  duties: [reporter, getPendingTasks],
  review: [reviewer, (context) => listReviewQueue(context)],
  "the office's mail": [office, (context) => prepareDigest(context, "zh-CN", "http://localhost")],
  "the day's summary": [office, ({ clock }) => describeOutcome(clock.today)],
  "a reporter's mail": [reporter, (context) => prepareDigest(context, "zh-CN", "http://localhost")],
};

async function readAll(): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  for (const [page, [who, read]] of Object.entries(PAGES)) {
    const context = await who();
    readings.set(page, await watch.read(async () => expect(await read(context), page).toBeDefined()));
  }
  return readings;
}

beforeAll(async () => {
  await loadPageAndPeople();
  const days = { startOn: isoDate("2023-01-01"), dueOn: isoDate("2023-12-31") };
  const parts = ["transport", "haimen"].map((owner) => ({
    owner,
    value: new Decimal(201),
    weight: new Decimal(1),
    ...days,
  }));
  done(await splitTarget("NT-T02", { method: "sum", parts }, await as("demo-supervisor", "2023-01-05")));
});
afterAll(() => watch.stop());

describe("the reads of pages", { timeout: 300_000 }, () => {
  it("have the same size with 6,000 targets as with 2,000", async () => {
    await fillTargets(2000, { departments: 3 });
    const few = await readAll();
    await fillTargets(6000, { departments: 3, from: 2001, waiting: false });
    const many = await readAll();
    expect((await getOverview(await office())).total).toBeGreaterThan(6000);
    for (const [page, { statements, rows, parameters }] of many) {
      const before = few.get(page);
      // A relation that none of the shown targets has takes no statement.
      expect.soft(statements, `statements of ${page}`).toBeLessThan((before?.statements ?? 0) * 1.2 + 5);
      expect.soft(rows, `rows of ${page}`).toBeLessThan((before?.rows ?? 0) * 1.2 + 100);
      expect.soft(parameters, `parameters of ${page}`).toBeLessThan((before?.parameters ?? 0) + 100);
      expect.soft(parameters, `parameters of ${page}`).toBeLessThan(1000);
    }
  });
});
