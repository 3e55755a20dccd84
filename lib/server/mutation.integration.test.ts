import { beforeAll, describe, expect, it, vi } from "vitest";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { db } from "@/lib/server/db/client";
import { lockForWrite, mutateTarget } from "@/lib/server/targets/mutate";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { mutate, reject } from "./mutation";

const CODE = "NT-T02";
const office = () => as("demo-supervisor");

/** The stored target, and its number of events. */
async function stored() {
  const { id, note, version } = await db.target.findUniqueOrThrow({ where: { code: CODE } });
  return { note, version, events: await db.event.count({ where: { entityId: id } }) };
}

/** Writes a note, and then runs the step that ends the write. */
async function writeNoteAnd(end: () => unknown) {
  return mutateTarget({ code: CODE }, "target.revise", await office(), async ({ tx, target: { record } }) => {
    const { id } = await tx.target.update({ where: { code: CODE }, data: { note: "half-written" } });
    await end();
    const event = {
      action: "target.edited",
      id,
      before: { note: record.note },
      after: { note: "half-written" },
    } as const;
    return { result: null, standingsOf: [id], events: [event] };
  });
}

beforeAll(loadPageAndPeople);

describe("a write", () => {
  it("rolls back and returns an error of the form when a CHECK constraint rejects a value", async () => {
    const warning = vi.spyOn(console, "warn").mockReturnValue();
    const before = await stored();
    const outcome = await mutateTarget({ code: CODE }, "target.revise", await office(), async ({ tx }) => {
      await tx.target.update({ where: { code: CODE }, data: { note: "half-written", dueOn: new Date("2020-01-01") } });
      return { result: null, events: [] };
    });
    expect(outcome).toEqual({ ok: false, error: { kind: "invalid", errors: { form: "values-rejected" } } });
    expect(warning.mock.calls.join()).toContain("target_period");
    expect(await stored()).toEqual(before);
    warning.mockRestore();
  });

  it("returns an error of the form when a unique constraint or a number's range rejects a value", async () => {
    const warning = vi.spyOn(console, "warn").mockReturnValue();
    const admin = await as("demo-administrator");
    const twice = await mutate("administration", admin, async ({ tx }) => {
      await tx.department.create({ data: { slug: "transport", name: "x", nameEn: "x", order: 999 } });
      return { result: null, events: [] };
    });
    expect(twice).toMatchObject({ error: { kind: "invalid", errors: { form: "already-there" } } });
    const tooLarge = await mutate("administration", admin, async ({ tx }) => {
      await tx.target.update({ where: { code: CODE }, data: { value: "1e30" } });
      return { result: null, events: [] };
    });
    expect(tooLarge).toMatchObject({ error: { kind: "invalid", errors: { form: "values-rejected" } } });
    expect(warning).toHaveBeenCalledTimes(2);
    warning.mockRestore();
  });

  it("rolls back and rethrows any other failure", async () => {
    const before = await stored();
    const failed = writeNoteAnd(() => {
      throw new Error("out of reach");
    });
    await expect(failed).rejects.toThrow("out of reach");
    expect(await stored()).toEqual(before);
  });

  it("rolls back when the change is rejected", async () => {
    const before = await stored();
    const outcome = await writeNoteAnd(() => reject({ kind: "invalid", errors: { form: "required" } }));
    expect(outcome).toEqual({ ok: false, error: { kind: "invalid", errors: { form: "required" } } });
    expect(await stored()).toEqual(before);
  });

  it("is forbidden to visitors and to users without the permission", async () => {
    const change = async () => ({ result: null, events: [] });
    const visitor = { ...(await office()), actor: VISITOR };
    const reporter = await as("demo-transport-reporter");
    const forbidden = { ok: false, error: { kind: "forbidden" } };
    expect(await mutate("signed-in", visitor, change)).toEqual(forbidden);
    expect(await mutate("bulletin.write", reporter, change)).toEqual(forbidden);
    expect(await mutateTarget({ code: CODE }, "target.revise", reporter, change)).toEqual(forbidden);
    expect(await mutateTarget({ code: "none" }, "target.revise", reporter, change)).toEqual({
      ok: false,
      error: { kind: "not-found" },
    });
  });

  it("writes standings and events with the change, and names the author of the newer version", async () => {
    const before = await stored();
    const { id } = await db.target.findUniqueOrThrow({ where: { code: CODE } });
    await db.targetStanding.deleteMany({ where: { targetId: id } });
    done(await writeNoteAnd(() => undefined));
    expect(await stored()).toEqual({ ...before, note: "half-written", events: before.events + 1 });
    expect(await db.targetStanding.count({ where: { targetId: id } })).toBeGreaterThan(0);
    const context = await office();
    const stale = await mutate("signed-in", context, async (write) => {
      await lockForWrite(write, { code: CODE }, "target.revise", before.version + 1);
      return { result: null, events: [] };
    });
    const { name } = await db.user.findUniqueOrThrow({ where: { id: "demo-supervisor" } });
    expect(stale).toMatchObject({ error: { kind: "conflict", why: "changed", by: name } });
  });
});
