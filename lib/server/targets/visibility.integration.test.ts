import { Decimal } from "decimal.js";
import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { ensureDemoUsers } from "@/lib/server/auth/demo-users";
import { getBulletin, listBulletins } from "@/lib/server/bulletins/data";
import { createBulletin, transitionBulletin } from "@/lib/server/bulletins/mutations";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { getSource } from "@/lib/server/sources/data";
import { as, done } from "@/testing/people";
import { loadSampleYear } from "@/testing/sample-year";
import { listTargets } from "./data";
import { getTarget } from "./detail";
import { transitionTarget } from "./life-cycle";
import { splitTarget } from "./split";
import { changeVisibility, getVisibilityForm } from "./visibility";

const DAYS = ["2023-09-30", "2023-06-30", "2023-02-28"];
const on = (day: string) => ({ actor: VISITOR, clock: clockOn(isoDate(day)) });
const office = () => as("demo-supervisor");
const WHY = "领导要求不公开";

beforeAll(async () => {
  await loadSampleYear();
  await db.$transaction((tx) => ensureDemoUsers(tx));
}, 120_000);

/** Whether a visitor finds the target, by place. */
async function seenOn(day: string, code: string, sibling: string) {
  const context = on(day);
  const related = await getTarget(sibling, context);
  const named = [related?.parent, ...(related?.siblings ?? [])].map((other) => other?.code);
  const source = JSON.stringify(await getSource("nantong-daily-321", context));
  return {
    page: (await getTarget(code, context)) !== null,
    list: (await listTargets({ limit: null }, context)).rows.some((row) => row.code === code),
    related: named.includes(code),
    source: source.includes(`"${code}"`),
  };
}

describe("a target made internal", () => {
  it("is hidden from the public at once on every day, and visible again at once", async () => {
    const supervisor = await office();
    const [code, sibling] = ["NT-T02b", "NT-T02"];
    const everywhere = { page: true, list: true, related: true, source: true };
    const nowhere = { page: false, list: false, related: false, source: false };
    for (const day of DAYS) expect(await seenOn(day, code, sibling), day).toEqual(everywhere);
    done(await changeVisibility(code, { from: "public", reason: WHY }, supervisor));
    for (const day of DAYS) expect(await seenOn(day, code, sibling), day).toEqual(nowhere);
    expect(await getTarget(code, await as("demo-reader"))).not.toBeNull();
    expect(await getTarget(code, await as("demo-science-reporter"))).toBeNull();
    done(await changeVisibility(code, { from: "internal", reason: "已可公开" }, supervisor));
    for (const day of DAYS) expect(await seenOn(day, code, sibling), day).toEqual(everywhere);
    const form = await getVisibilityForm(code, supervisor);
    expect(form?.changes.map(({ to, reason }) => [to, reason])).toEqual([
      ["public", "已可公开"],
      ["internal", WHY],
    ]);
    expect(form?.open.reports).toBeGreaterThan(3);
  });

  it("hides the published bulletins that contain it from the public", async () => {
    const supervisor = await office();
    const input = {
      month: isoDate("2023-05-01"),
      cutOffOn: isoDate("2023-06-10"),
      template: "monthly",
      departments: [],
    };
    const made = done(await createBulletin(input, supervisor));
    const signed = done(await transitionBulletin({ ...made, step: "sign" }, supervisor));
    const { id } = done(await transitionBulletin({ ...signed, step: "publish" }, supervisor));
    const today = on("2023-09-30");
    const isListed = async () => (await listBulletins(today)).some((one) => one.id === id);
    expect([await isListed(), (await getBulletin(id, today)) !== null]).toEqual([true, true]);
    expect((await getVisibilityForm("NT-T02", supervisor))?.bulletins.map((one) => one.id)).toEqual([id]);
    done(await changeVisibility("NT-T02", { from: "public", reason: WHY }, supervisor));
    expect([await isListed(), await getBulletin(id, today)]).toEqual([false, null]);
    expect(await getBulletin(id, await as("demo-reader"))).not.toBeNull();
    done(await changeVisibility("NT-T02", { from: "internal", reason: WHY }, supervisor));
    expect(await isListed()).toBe(true);
  });

  it("is not named among the missing parts of a public whole", async () => {
    const supervisor = await office();
    const period = { startOn: isoDate("2023-01-01"), dueOn: isoDate("2023-12-31") };
    const parts = ["transport", "haimen"].map((owner) => ({
      owner,
      value: new Decimal(201),
      weight: new Decimal(1),
      ...period,
    }));
    const { codes } = done(await splitTarget("NT-T02", { method: "sum", parts }, supervisor));
    const [first = "", second = ""] = codes;
    const issue = { step: "issue", authority: "通政发〔2023〕9号", note: "", receiveWithinDays: 3 } as const;
    for (const code of codes) done(await transitionTarget(code, issue, supervisor));
    const { id: targetId } = await db.target.findUniqueOrThrow({ where: { code: first } });
    const at = (await as("demo-supervisor", "2023-09-20")).clock.now;
    await db.update.create({
      data: {
        targetId,
        asOf: new Date("2023-08-31T00:00:00Z"),
        value: 100,
        state: "approved",
        authorId: "demo-transport-reporter",
        reviewerId: "demo-transport-reviewer",
        createdAt: at,
        submittedAt: at,
        decidedAt: at,
      },
    });
    const missing = async () => (await getTarget("NT-T02", on("2023-09-30")))?.parts?.latest?.missing;
    expect(await missing()).toEqual([second]);
    done(await changeVisibility(second, { from: "public", reason: WHY }, supervisor));
    expect(await missing()).toEqual([]);
    expect((await getTarget("NT-T02", supervisor))?.parts?.latest?.missing).toEqual([second]);
  });
});

describe("changing it", () => {
  it("is allowed to the supervision office only, and the database requires its event", async () => {
    const change = { from: "public", reason: WHY } as const;
    for (const who of ["demo-administrator", "demo-science-reporter", "demo-reader"]) {
      expect(await changeVisibility("NT-M01", change, await as(who)), who).toMatchObject({
        error: { kind: "forbidden" },
      });
      expect(await getVisibilityForm("NT-M01", await as(who))).toBeNull();
    }
    const silent = db.target.update({ where: { code: "NT-T06" }, data: { visibility: "internal" } });
    await expect(silent).rejects.toThrow(/changes only with its event/);
  });

  it("returns a conflict when another user was first", async () => {
    const supervisor = await office();
    const change = { from: "public", reason: WHY } as const;
    done(await changeVisibility("NT-T03", change, supervisor));
    expect(await changeVisibility("NT-T03", change, supervisor)).toMatchObject({
      error: { kind: "conflict", why: "changed", by: "示例账号·督查室督查员" },
    });
  });
});
