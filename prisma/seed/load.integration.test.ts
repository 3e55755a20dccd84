import { beforeAll, describe, expect, it } from "vitest";
import { addDays, isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { freshnessOn, lightOn } from "@/lib/domain/targets/standing";
import { LIGHTS } from "@/lib/domain/targets/types";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { dayOf, dayOrNull, oneOf } from "@/lib/server/db/columns";
import { appendEvent } from "@/lib/server/events/append";
import { eventHash, FIRST_HASH } from "@/lib/server/events/event-hash";
import { listTargets } from "@/lib/server/targets/data";
import { getTarget } from "@/lib/server/targets/detail";
import { loadCommitments } from "@/prisma/seed/commitments";
import { loadSampleProgress } from "@/prisma/seed/sample-progress";

const on = (day: string) => ({ actor: VISITOR, clock: clockOn(isoDate(day)) });

beforeAll(async () => {
  await db.$transaction(
    async (tx) => {
      await loadCommitments(tx);
      await loadSampleProgress(tx);
    },
    { timeout: 60_000 },
  );
});

describe("the loaded page", () => {
  it("shows every light on the demo day", async () => {
    const { rows, total } = await listTargets({ limit: null }, on("2023-09-30"));
    expect(total).toBe(31);
    expect(new Set(rows.map((row) => row.standing.light))).toEqual(new Set(LIGHTS));
  });

  it("has no target before the commitments were made, and no report in early January", async () => {
    expect((await listTargets({ limit: null }, on("2022-12-30"))).rows).toEqual([]);
    const { rows } = await listTargets({ limit: null }, on("2023-01-15"));
    expect(rows.every((row) => row.standing.latest === null)).toBe(true);
  });

  it("reads 402 亿元 with its derived baseline, and shows only what was known on the day", async () => {
    const february = await getTarget("NT-T02", on("2023-03-10"));
    expect(february?.terms.value?.toString()).toBe("402");
    expect(february?.quote?.key).toBe("transport-investment");
    expect(february?.terms.baseline?.origin).toBe("derived");
    expect(february?.readings.map((reading) => reading.asOf)).toEqual(["2023-02-28"]);
    expect(february?.updates.every((update) => update.state === "approved")).toBe(true);
  });

  it("computes the same light and freshness in SQL and in the rules, on every tenth day", async () => {
    for (let day = isoDate("2023-01-01"); day <= "2024-01-20"; day = addDays(day, 10)) {
      const { knownUntil } = clockOn(day);
      const inDatabase = new Map(
        (await listTargets({ limit: null }, on(day))).rows.map((row) => [row.id, row.standing]),
      );
      const spans = await db.targetStanding.findMany({
        where: { knownFrom: { lte: knownUntil }, OR: [{ knownTo: null }, { knownTo: { gt: knownUntil } }] },
      });
      expect(spans).toHaveLength(31);
      for (const span of spans) {
        const inputs = {
          light: oneOf(LIGHTS, span.light),
          met: span.met,
          startOn: dayOf(span.startOn),
          dueOn: dayOf(span.dueOn),
          behindFrom: dayOrNull(span.behindFrom),
          farBehindFrom: dayOrNull(span.farBehindFrom),
          notExpectedFrom: dayOrNull(span.notExpectedFrom),
          nextReportOpensOn: dayOrNull(span.nextReportOpensOn),
          nextReportDueOn: dayOrNull(span.nextReportDueOn),
          hasValue: span.updateId !== null,
        };
        expect(inDatabase.get(span.targetId)).toMatchObject({
          light: lightOn(inputs, day),
          freshness: freshnessOn(inputs, day),
        });
      }
    }
  });

  it("pages through all targets by key, each once", async () => {
    const codes: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const list = await listTargets({ limit: 7, cursor }, on("2023-09-30"));
      codes.push(...list.rows.map((row) => row.code));
      if (list.nextCursor === null) break;
      cursor = list.nextCursor;
    }
    expect(codes).toHaveLength(31);
    expect(new Set(codes).size).toBe(31);
  });
});

describe("the database constraints", () => {
  it("rejects deleting or changing a report", async () => {
    const update = await db.update.findFirstOrThrow({ where: { state: "approved" } });
    await expect(db.update.delete({ where: { id: update.id } })).rejects.toThrow(/append-only/);
    await expect(db.update.update({ where: { id: update.id }, data: { value: "1" } })).rejects.toThrow(
      /submitted update cannot be changed/,
    );
    expect(await db.update.findUnique({ where: { id: update.id } })).toEqual(update);
  });

  it("rejects a received target without a value, and a target in force that was never issued", async () => {
    const change = (code: string, data: { state?: string; issuedAt?: null }) =>
      db.target.update({ where: { code }, data });
    await expect(change("NT-B01", { state: "received" })).rejects.toThrow(/without a value/);
    await expect(change("NT-T02", { issuedAt: null })).rejects.toThrow(/target_issued_when/);
    await expect(change("NT-T02", { state: "draft" })).rejects.toThrow(/target_issued_when/);
  });

  it("chains events and rejects changes to them", async () => {
    const event = {
      at: new Date("2023-09-30T01:00:00Z"),
      actorId: null,
      action: "update.approved",
      entity: "update",
      entityId: "1",
      before: null,
      after: { value: "402" },
    };
    await db.$transaction((tx) => appendEvent(tx, event));
    await db.$transaction((tx) => appendEvent(tx, { ...event, entityId: "2" }));
    const [first, second] = await db.event.findMany({ orderBy: { sequence: "asc" } });
    expect(first?.previousHash).toBe(FIRST_HASH);
    expect(second?.previousHash).toBe(first?.hash);
    expect(first?.hash).toBe(eventHash({ ...event, sequence: 1n, previousHash: FIRST_HASH }));
    await expect(db.event.deleteMany({})).rejects.toThrow(/append-only/);
  });
});
