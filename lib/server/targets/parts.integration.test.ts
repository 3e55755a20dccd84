import { Decimal } from "decimal.js";
import { beforeAll, describe, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { db } from "@/lib/server/db/client";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { listTargets } from "./data";
import { getTarget } from "./detail";
import { transitionTarget } from "./life-cycle";
import { changeClosingDays, openLateEntry } from "./reporting-rules";
import { reviseTarget } from "./revisions";
import { splitTarget } from "./split";
import { rebuildStandings } from "./standings";

beforeAll(loadPageAndPeople);

const WHOLE = "NT-T02";
const supervisor = (day?: string) => as("demo-supervisor", day);
const part = (owner: string, value: string) => ({
  owner,
  value: new Decimal(value),
  weight: new Decimal(1),
  startOn: isoDate("2023-01-01"),
  dueOn: isoDate("2023-12-31"),
});

async function reported(code: string, owner: string, asOf: string, value: string, day: string) {
  const input = { requestKey: crypto.randomUUID(), asOf, value, note: "as counted" };
  const sent = done(await submitUpdate(code, input, await as(`demo-${owner}-reporter`, day)));
  done(await approveUpdate(sent, await as(`demo-${owner}-reviewer`, day)));
}

describe("a target split among departments", () => {
  const parts = [part("transport", "202"), part("haimen", "200")];

  it("can be split by the office, with a method that the metric allows, and only once", async () => {
    const sum = { method: "sum" as const, parts };
    expect(await splitTarget(WHOLE, sum, await as("demo-transport-reviewer"))).toMatchObject({
      error: { kind: "forbidden" },
    });
    expect(await splitTarget(WHOLE, { ...sum, method: "worst-of" }, await supervisor())).toMatchObject({
      error: { errors: { method: "method-not-for-kind" } },
    });
    expect(done(await splitTarget(WHOLE, sum, await supervisor("2023-01-05"))).codes).toEqual(["NT-T02-1", "NT-T02-2"]);
    expect(await splitTarget(WHOLE, sum, await supervisor())).toMatchObject({
      error: { errors: { form: "already-split" } },
    });
    const family = await db.target.findMany({ where: { code: { startsWith: `${WHOLE}-` } } });
    expect(family.map((one) => one.mergeJanuaryFebruary)).toEqual([true, true]);
    const steps = [
      ["issue", "demo-supervisor"],
      ["receive", ""],
    ] as const;
    for (const [code, owner] of [
      ["NT-T02-1", "transport"],
      ["NT-T02-2", "haimen"],
    ] as const) {
      for (const [step, who] of steps) {
        const input = { step, authority: "No. 1", note: "", receiveWithinDays: 3 };
        done(await transitionTarget(code, input, await as(who || `demo-${owner}-reporter`, "2023-01-06")));
      }
    }
  });

  it("names the missing parts and has no value until all have reported", async () => {
    await reported("NT-T02-1", "transport", "2023-03-31", "40", "2023-04-03");
    const whole = await getTarget(WHOLE, await supervisor("2023-04-03"));
    expect(whole?.standing.latest).toBeNull();
    expect(whole?.parts?.latest).toMatchObject({
      periodEnd: "2023-03-31",
      reported: 1,
      expected: 2,
      missing: ["NT-T02-2"],
    });
  });

  it("is the sum once the last part is approved, and shows each day as it was known", async () => {
    await reported("NT-T02-2", "haimen", "2023-03-31", "60.5", "2023-04-06");
    const on = async (day: string) =>
      (await getTarget(WHOLE, await supervisor(day)))?.standing.latest?.value?.toFixed() ?? null;
    expect([await on("2023-04-05"), await on("2023-04-06")]).toEqual([null, "100.5"]);
    const whole = await getTarget(WHOLE, await supervisor("2023-04-06"));
    expect([whole?.standing.completionRatio, whole?.standing.light]).toEqual([0.25, "on-track"]);
    expect(whole?.readings.map((one) => [one.asOf, one.value?.toFixed()])).toEqual([["2023-03-31", "100.5"]]);
    // Every report of the demo is a sample, so their total is one too wherever it is shown.
    expect([whole?.standing.latest?.sample, whole?.readings[0]?.illustrative]).toEqual([true, true]);
    const { rows } = await listTargets({ q: WHOLE, limit: null }, await supervisor("2023-04-06"));
    expect(rows.find((row) => row.code === WHOLE)?.standing.latest?.sample).toBe(true);
    const id = whole?.id ?? "";
    const read = () => db.targetStanding.findMany({ where: { targetId: id }, orderBy: { knownFrom: "asc" } });
    const stored = await read();
    await db.$transaction((tx) => rebuildStandings(tx, [id]));
    expect(await read()).toEqual(stored);
  });

  it("shows earlier days with a part that was withdrawn later", async () => {
    const withdraw = { step: "withdraw", authority: "No. 2", note: "given up", receiveWithinDays: 3 } as const;
    done(await transitionTarget("NT-T02-2", withdraw, await supervisor("2023-05-04")));
    const on = async (day: string) => {
      const whole = await getTarget(WHOLE, await supervisor(day));
      const { reported, expected } = whole?.parts?.latest ?? {};
      return [whole?.standing.latest?.value?.toFixed(), whole?.readings[0]?.value?.toFixed(), reported, expected];
    };
    expect(await on("2023-05-03")).toEqual(["100.5", "100.5", 2, 2]);
    expect(await on("2023-05-04")).toEqual(["40", "40", 1, 1]);
  });

  it("accepts no reports, and cannot be its own part", async () => {
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-04-30", value: "1", note: "x" };
    expect(await submitUpdate(WHOLE, input, await as("demo-transport-reporter"))).toMatchObject({
      error: { kind: "forbidden" },
    });
    const child = await db.target.findUniqueOrThrow({ where: { code: "NT-T02-1" } });
    await expect(db.target.update({ where: { code: WHOLE }, data: { parentId: child.id } })).rejects.toThrow();
  });

  it("has no part with another metric: the growth promised in the same sentence is a sibling", async () => {
    const whole = await db.target.findUniqueOrThrow({ where: { code: WHOLE } });
    const growth = { where: { code: "NT-T02b" } };
    await expect(db.target.update({ ...growth, data: { parentId: whole.id } })).rejects.toThrow("another metric");
    const { metricId } = await db.target.findUniqueOrThrow(growth);
    await expect(db.target.update({ where: { code: "NT-T02-1" }, data: { metricId } })).rejects.toThrow();
    await expect(db.target.update({ where: { code: WHOLE }, data: { metricId } })).rejects.toThrow();
    const read = await getTarget("NT-T02b", await as("demo-supervisor"));
    expect([read?.parent, read?.siblings.map(({ code }) => code)]).toEqual([null, [WHOLE]]);
  });
});

describe("a closed period", () => {
  const code = "NT-T01";
  const send = async (day: string) => {
    const input = { requestKey: crypto.randomUUID(), asOf: "2023-08-31", value: "60", note: "late" };
    return submitUpdate(code, input, await as("demo-transport-reporter", day));
  };

  it("accepts no report until a supervisor opens it with a reason", async () => {
    expect(await changeClosingDays(code, 2, await as("demo-transport-reviewer"))).toMatchObject({
      error: { kind: "forbidden" },
    });
    done(await changeClosingDays(code, 2, await supervisor()));
    expect(await send("2023-09-28")).toMatchObject({ error: { errors: { asOf: "closed-for-entry" } } });
    const opening = { periodEnd: isoDate("2023-08-31"), openUntil: isoDate("2023-10-09"), reason: "system was down" };
    const wrong = { ...opening, periodEnd: isoDate("2023-08-30") };
    expect(await openLateEntry(code, wrong, await supervisor())).toMatchObject({
      error: { errors: { periodEnd: "not-a-period-end" } },
    });
    done(await openLateEntry(code, opening, await supervisor()));
    expect((await send("2023-09-28")).ok).toBe(true);
  });

  it("closes for the parts as for the whole, and requires the same evidence; parts that exceed it need a reason", async () => {
    const given = { evidenceRequired: true, closesAfterDays: 2 };
    await db.target.update({ where: { code }, data: given });
    const parts = [part("transport", "100"), part("haimen", "100")];
    const over = { method: "sum", parts } as const;
    for (const reason of [undefined, ""]) {
      expect(await splitTarget(code, { ...over, reason }, await supervisor())).toMatchObject({
        error: { errors: { reason: "overcommitted" } },
      });
    }
    const { codes } = done(await splitTarget(code, { ...over, reason: "a reserve" }, await supervisor()));
    expect((await getTarget(code, await supervisor()))?.overcommitmentReason).toBe("a reserve");
    const event = await db.event.findFirstOrThrow({ where: { action: "target.split" }, orderBy: { sequence: "desc" } });
    expect(event.after).toMatchObject({ code, reason: "a reserve" });
    for (const made of await db.target.findMany({ where: { code: { in: [...codes] } } })) {
      expect(made).toMatchObject(given);
    }
  });

  it("rejects the place of a part that is not a whole number, at its field", async () => {
    const split = { method: "worst-of" as const, parts: [part("transport", "2"), part("haimen", "1.5")] };
    expect(await splitTarget("NT-T03", split, await supervisor("2023-01-06"))).toMatchObject({
      error: { errors: { "parts.1.value": "not-a-place" } },
    });
  });

  it("gives each part its share of the tolerance", async () => {
    const code = "NT-T04";
    const about = {
      comparator: "about",
      orBetter: "false",
      tolerance: "8",
      value: "100",
      reason: "按实",
      authority: "No. 1",
    };
    done(await reviseTarget(code, about, await supervisor("2023-01-05")));
    const split = { method: "sum" as const, parts: [part("commerce", "25"), part("haimen", "75")] };
    const { codes } = done(await splitTarget(code, split, await supervisor("2023-01-06")));
    const made = await db.target.findMany({ where: { code: { in: [...codes] } }, orderBy: { code: "asc" } });
    expect(made.map(({ comparator, tolerance }) => [comparator, tolerance?.toNumber()])).toEqual([
      ["about", 2],
      ["about", 6],
    ]);
  });
});
