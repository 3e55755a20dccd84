import { beforeAll, expect, it } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import type { TargetDetail } from "@/lib/views/target-detail";
import { as } from "@/testing/people";
import { loadSampleYear, makeVisible } from "@/testing/sample-year";
import { getTarget, readTargets } from "./detail";

beforeAll(async () => {
  await loadSampleYear();
  await makeVisible("NT-T02", "internal");
});

it.each(["a visitor", "the office"])(
  "reads many targets in the order of their codes, each as alone, for %s",
  async (who) => {
    const clock = clockOn(isoDate("2023-08-31"));
    const actor = who === "a visitor" ? VISITOR : (await as("demo-supervisor")).actor;
    const rows = await db.target.findMany({ select: { code: true }, orderBy: { title: "desc" } });
    const codes = ["NO-SUCH-TARGET", ...rows.map((row) => row.code)];
    const together: (TargetDetail | null)[] = [];
    for await (const target of readTargets(codes, { actor, clock })) together.push(target);
    const alone: (TargetDetail | null)[] = [];
    for (const code of codes) alone.push(await getTarget(code, { actor, clock }));
    expect(together).toEqual(alone);
    expect(together.length).toBeGreaterThan(25);
    const missing = codes.filter((_code, index) => together[index] === null);
    expect(missing).toEqual(who === "a visitor" ? ["NO-SUCH-TARGET", "NT-T02"] : ["NO-SUCH-TARGET"]);
  },
);
