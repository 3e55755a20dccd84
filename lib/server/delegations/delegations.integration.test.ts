// A delegate does the work of an absent person, for that person, on the days of the absence.
import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { endMembership } from "@/lib/server/admin/memberships";
import { setUserDisabled } from "@/lib/server/admin/users";
import { db } from "@/lib/server/db/client";
import { getPendingTasks } from "@/lib/server/departments/pending-tasks";
import { listEvents } from "@/lib/server/events/data";
import { prepareDigest } from "@/lib/server/reminders/digest";
import { createRequest } from "@/lib/server/requests/mutations";
import { approveUpdate, returnUpdate } from "@/lib/server/updates/decisions";
import { getReportForm } from "@/lib/server/updates/form";
import { saveDraft, submitUpdate } from "@/lib/server/updates/mutations";
import { listMyWork } from "@/lib/server/updates/my-work";
import { listReviewQueue } from "@/lib/server/updates/review-queue";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getAbsence } from "./data";
import { delegate, endDelegation } from "./mutations";

const REPORTER = "demo-transport-reporter";
const REVIEWER = "demo-transport-reviewer";
const HELPER = "demo-science-reporter";
const [FIRST, LAST] = ["2023-10-02", "2023-10-06"] as const;

const membershipOf = async (userId: string) =>
  (await db.membership.findFirstOrThrow({ where: { userId, endedAt: null } })).id;
const input = async (userId: string, delegateId: string, startsOn: string = FIRST, endsOn: string = LAST) => ({
  membershipIds: [await membershipOf(userId)],
  delegateId,
  startsOn: isoDate(startsOn),
  endsOn: isoDate(endsOn),
});
const nameOf = async (id: string) => (await db.user.findUniqueOrThrow({ where: { id } })).name;
const report = (value = "60", asOf = "2023-09-30") => ({
  requestKey: crypto.randomUUID(),
  asOf,
  value,
  note: "as counted",
});
const rolesOf = async (userId: string, day: string) => {
  const { actor } = await as(userId, day);
  return actor.kind === "user" ? actor.memberships.map(({ departmentSlug, role }) => `${departmentSlug} ${role}`) : [];
};
const eventsOf = async (id: string) =>
  (await db.event.findMany({ where: { entityId: id }, orderBy: { sequence: "asc" } })).map(
    ({ action, actorId, after }) => [action, actorId, (after as { onBehalfOfId?: string }).onBehalfOfId ?? null],
  );

beforeAll(async () => {
  await loadPageAndPeople();
  await db.user.create({ data: { id: "helper", name: "代办", email: "helper@example.gov.cn" } });
});

describe("naming a delegate", () => {
  it("rejects days that are wrong, people who cannot stand in, and roles of somebody else", async () => {
    const own = await as(REPORTER);
    const rejected = async (change: object) => delegate({ ...(await input(REPORTER, HELPER)), ...change }, own);
    const errorOf = async (change: object) => {
      const outcome = await rejected(change);
      return outcome.ok ? null : "errors" in outcome.error ? outcome.error.errors : outcome.error.kind;
    };
    expect(await errorOf({ startsOn: isoDate("2023-09-29") })).toEqual({ startsOn: "absence-in-the-past" });
    expect(await errorOf({ endsOn: isoDate("2023-10-01") })).toEqual({ endsOn: "ends-before-start" });
    expect(await errorOf({ endsOn: isoDate("2024-10-02") })).toEqual({ endsOn: "absence-too-long" });
    expect(await errorOf({ delegateId: REVIEWER })).toEqual({ delegateId: "both-roles" });
    for (const delegateId of ["nobody", REPORTER, "demo-supervisor", "demo-administrator"]) {
      expect(await errorOf({ delegateId }), delegateId).toEqual({ delegateId: "unknown" });
    }
    expect(await errorOf({ membershipIds: [await membershipOf(REVIEWER)] })).toBe("forbidden");
    expect(await errorOf({ membershipIds: [crypto.randomUUID()] })).toBe("not-found");
    const both = [await membershipOf(REPORTER), await membershipOf(REVIEWER)];
    expect(await errorOf({ membershipIds: both })).toBe("not-found");
    for (const who of [HELPER, "demo-supervisor"]) {
      expect(await delegate(await input(REPORTER, HELPER), await as(who))).toMatchObject({
        error: { kind: "forbidden" },
      });
    }
    expect(await db.delegation.count()).toBe(0);
  });

  it("gives the roles from the first day to the last, in the city's time", async () => {
    done(await delegate(await input(REPORTER, HELPER), await as(REPORTER)));
    const own = ["science reporter"];
    expect(await rolesOf(HELPER, "2023-10-01")).toEqual(own);
    expect(await rolesOf(HELPER, FIRST)).toEqual([...own, "transport reporter"]);
    expect(await rolesOf(HELPER, LAST)).toEqual([...own, "transport reporter"]);
    expect(await rolesOf(HELPER, "2023-10-07")).toEqual(own);
    expect(await rolesOf(REPORTER, FIRST)).toEqual(["transport reporter"]);
    const [named] = await db.event.findMany({ where: { action: "user.delegated" } });
    expect([named?.entityId, named?.after]).toEqual([
      REPORTER,
      expect.objectContaining({ department: "transport", role: "reporter", startsOn: FIRST, endsOn: LAST }),
    ]);
  });

  it("rejects an overlapping delegation, also one named at the same moment", async () => {
    const own = await as(REPORTER);
    expect(await delegate(await input(REPORTER, "helper", LAST, "2023-10-09"), own)).toMatchObject({
      error: { errors: { startsOn: "delegation-overlaps" } },
    });
    const next = await input(REPORTER, HELPER, "2023-11-01", "2023-11-03");
    const both = await Promise.all([delegate(next, own), delegate({ ...next, delegateId: "helper" }, own)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("rejects a delegate who is absent or stands in for a colleague of the department", async () => {
    expect(await delegate(await input(HELPER, REPORTER), await as(HELPER))).toMatchObject({
      error: { errors: { delegateId: "delegate-absent" } },
    });
    expect(await delegate(await input(REVIEWER, HELPER), await as(REVIEWER))).toMatchObject({
      error: { errors: { delegateId: "stands-in-already" } },
    });
  });

  it("is open to an administrator, but not with the administrator as the delegate", async () => {
    await db.user.update({ where: { id: "helper" }, data: { officeRole: "administrator" } });
    const days = await input("demo-haimen-reporter", "helper");
    expect(await delegate(days, await as("helper"))).toMatchObject({ error: { errors: { delegateId: "unknown" } } });
    await db.user.update({ where: { id: "helper" }, data: { officeRole: null } });
    done(await delegate(days, await as("demo-administrator")));
    expect(await rolesOf("helper", FIRST)).toEqual(["haimen reporter"]);
    await db.user.update({ where: { id: "helper" }, data: { officeRole: "supervisor" } });
    expect(await rolesOf("helper", FIRST)).toEqual([]);
    await db.user.update({ where: { id: "helper" }, data: { officeRole: null } });
  });
});

describe("a delegate", () => {
  it("continues the drafts, answers what was returned, and each event names both", async () => {
    const draft = done(await saveDraft("NT-T01", report(), await as(REPORTER)));
    const sent = done(await submitUpdate("NT-T03", report("50", "2023-08-31"), await as(REPORTER)));
    done(await returnUpdate({ ...sent, reason: "check the total" }, await as(REVIEWER)));
    expect(await getReportForm("NT-T01", { draft: draft.updateId }, await as(HELPER))).toBeNull();

    const helper = await as(HELPER, FIRST);
    const work = await listMyWork(helper);
    expect(work?.returned.map(({ code }) => code)).toEqual(["NT-T03"]);
    const rows = [...(work?.toReport ?? []), ...(work?.notDue ?? [])];
    expect(rows.find(({ code }) => code === "NT-T01")?.drafts.map(({ id }) => id)).toEqual([draft.updateId]);
    expect((await getPendingTasks(helper))?.totals.instructions).toBe(0);
    const form = await getReportForm("NT-T01", { draft: draft.updateId }, helper);
    expect(form?.input.updateId).toBe(draft.updateId);

    const again = { ...report(), updateId: draft.updateId, version: draft.version };
    done(await submitUpdate("NT-T01", again, helper));
    expect(await db.update.findUniqueOrThrow({ where: { id: draft.updateId } })).toMatchObject({
      authorId: HELPER,
      onBehalfOfId: REPORTER,
    });
    expect(await eventsOf(draft.updateId)).toEqual([
      ["update.draft-saved", REPORTER, null],
      ["update.submitted", HELPER, REPORTER],
    ]);
    done(await submitUpdate("NT-T03", report("51", "2023-08-31"), helper));
    expect((await listMyWork(helper))?.totals.returned).toBe(0);
    const page = await listEvents({ q: "NT-T03" }, await as("demo-supervisor", FIRST));
    expect(page?.events[0]).toMatchObject({ action: "update.submitted", onBehalfOf: await nameOf(REPORTER) });
  });

  it("sees for whom the requests of the department are on the desk", async () => {
    const closing = { kind: "closing", reason: "completed" } as const;
    done(await createRequest("NT-T02b", closing, await as(REPORTER)));
    const [mine, helpers] = await Promise.all([
      getPendingTasks(await as(REPORTER, FIRST)),
      getPendingTasks(await as(HELPER, FIRST)),
    ]);
    expect(mine?.requests.map(({ code, standsInFor }) => [code, standsInFor])).toEqual([["NT-T02b", null]]);
    expect(helpers?.requests.map(({ code, standsInFor }) => [code, standsInFor])).toEqual([
      ["NT-T02b", await nameOf(REPORTER)],
    ]);
  });

  it("acts in their own right with the same role, except on what the absent person has begun", async () => {
    const department = await db.department.findUniqueOrThrow({ where: { slug: "transport" } });
    const colleague = { id: "colleague", name: "同事", email: "colleague@example.gov.cn" };
    await db.user.create({ data: colleague });
    await db.membership.create({ data: { userId: "colleague", departmentId: department.id, role: "reporter" } });
    done(await delegate(await input(REPORTER, "colleague", "2023-10-12", "2023-10-12"), await as(REPORTER)));
    const context = await as("colleague", "2023-10-12");
    const own = done(await saveDraft("NT-T02b", report("1", "2023-08-31"), context));
    expect(await eventsOf(own.updateId)).toEqual([["update.draft-saved", "colleague", null]]);
    const begun = done(await saveDraft("NT-T02b", report("2", "2023-07-31"), await as(REPORTER)));
    const continued = { ...report("2", "2023-07-31"), updateId: begun.updateId, version: begun.version };
    done(await submitUpdate("NT-T02b", continued, context));
    expect(await db.update.findUniqueOrThrow({ where: { id: begun.updateId } })).toMatchObject({
      authorId: "colleague",
      onBehalfOfId: REPORTER,
    });
  });

  it("reviews for an absent reviewer, but not what they have reported for an absent reporter", async () => {
    const [waiting] = await db.update.findMany({ where: { authorId: HELPER, state: "submitted" } });
    const { id, version } = waiting ?? { id: "", version: 0 };
    done(await delegate(await input(REVIEWER, "helper", "2023-10-05", "2023-10-05"), await as(REVIEWER)));
    const other = done(await submitUpdate("NT-T02", report("300"), await as(REPORTER, "2023-10-05")));
    const [stand, reviewer] = [await as("helper", "2023-10-05"), await nameOf(REVIEWER)];
    expect((await listReviewQueue(stand))?.waiting.every((one) => one.standsInFor === reviewer)).toBe(true);
    done(await approveUpdate(other, stand));
    expect((await eventsOf(other.updateId)).at(-1)).toEqual(["update.approved", "helper", REVIEWER]);

    // The reporter for whom it was sent becomes a reviewer, and so does the delegate who sent it.
    const department = await db.department.findUniqueOrThrow({ where: { slug: "transport" } });
    for (const userId of [REPORTER, HELPER]) {
      await db.membership.updateMany({ where: { userId, role: "reporter" }, data: { endedAt: new Date() } });
      await db.membership.create({ data: { userId, departmentId: department.id, role: "reviewer" } });
      expect(await approveUpdate({ updateId: id, version }, await as(userId, "2023-10-09")), userId).toMatchObject({
        error: { kind: "forbidden" },
      });
      await db.membership.deleteMany({ where: { userId, role: "reviewer" } });
      await db.membership.updateMany({ where: { userId, role: "reporter" }, data: { endedAt: null } });
    }
    done(await approveUpdate({ updateId: id, version }, await as(REVIEWER, "2023-10-09")));
  });

  it("gets the tasks in the daily email, marked with the absent person", async () => {
    const mail = await prepareDigest(await as(HELPER, FIRST), "en", "https://guatu.example");
    const absent = await nameOf(REPORTER);
    expect(mail?.text).toContain(`You stand in for ${absent} as reporter of Transport Bureau until 6 Oct 2023.`);
    expect(mail?.text).toContain(`NT-T02b Growth of transport investment (for ${absent})`);
    expect((await prepareDigest(await as(HELPER, "2023-10-07"), "en", ""))?.text ?? "").not.toContain("stand in");
  });
});

describe("the end of a delegation", () => {
  const idOf = async (userId: string) =>
    (await db.delegation.findFirstOrThrow({ where: { membership: { userId }, startsOn: new Date(FIRST) } })).id;

  it("comes early if either person or an administrator ends it, once", async () => {
    const id = await idOf(REPORTER);
    expect(await endDelegation(id, await as(REVIEWER, FIRST))).toMatchObject({ error: { kind: "forbidden" } });
    expect((await getAbsence(HELPER, await as(HELPER, FIRST)))?.standsInFor.map(({ endsOn }) => endsOn)).toContain(
      LAST,
    );
    done(await endDelegation(id, await as(REPORTER, FIRST)));
    expect(await rolesOf(HELPER, FIRST)).toEqual(["science reporter"]);
    expect(await endDelegation(id, await as(HELPER, FIRST))).toMatchObject({
      error: { errors: { form: "delegation-ended" } },
    });
    const [ended] = await db.event.findMany({ where: { action: "user.delegation-ended" } });
    expect([ended?.entityId, ended?.actorId]).toEqual([REPORTER, REPORTER]);
  });

  it("comes with the end of the role, also if the role is given again, and with a disabled account", async () => {
    const absent = "demo-haimen-reporter";
    expect(await rolesOf("helper", FIRST)).toEqual(["haimen reporter"]);
    done(await setUserDisabled(absent, true, await as("demo-administrator")));
    expect(await rolesOf("helper", FIRST)).toEqual([]);
    done(await setUserDisabled(absent, false, await as("demo-administrator")));
    expect(await rolesOf("helper", FIRST)).toEqual(["haimen reporter"]);
    const id = await membershipOf(absent);
    done(await endMembership(id, await as("demo-administrator")));
    await db.membership.update({ where: { id }, data: { endedAt: null } });
    expect(await rolesOf("helper", FIRST)).toEqual([]);
  });

  it("leaves the draft to the person for whom it was begun", async () => {
    const code = "NT-T02b";
    done(await delegate(await input(REPORTER, "helper", "2023-10-09", "2023-10-09"), await as(REPORTER)));
    const begun = done(await saveDraft(code, report("1"), await as("helper", "2023-10-09")));
    const back = await as(REPORTER, "2023-10-10");
    const form = await getReportForm(code, { draft: begun.updateId }, back);
    expect(form?.input.updateId).toBe(begun.updateId);
    done(await submitUpdate(code, { ...report("2"), updateId: begun.updateId, version: begun.version }, back));
    expect(await db.update.findUniqueOrThrow({ where: { id: begun.updateId } })).toMatchObject({
      authorId: REPORTER,
      onBehalfOfId: null,
    });
  });
});

it("shows the absence of others to administrators only", async () => {
  expect(await getAbsence(REVIEWER, await as(REPORTER))).toBeNull();
  expect(await getAbsence(REVIEWER, await as("demo-supervisor"))).toBeNull();
  const shown = await getAbsence(REVIEWER, await as("demo-administrator", "2023-10-05"));
  expect(shown?.delegations.map(({ delegate: who, role }) => [who, role])).toEqual([["代办", "reviewer"]]);
  expect(shown?.candidates.map(({ id }) => id)).not.toContain("demo-supervisor");
});
