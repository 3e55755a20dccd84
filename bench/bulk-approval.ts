// Approves 500 submitted reports in one call on the database of GUATU_DATA, and prints the milliseconds it took. The
// bench runs it on a separate database, because the reports are generated.
import { addDays, isoDate } from "@/lib/domain/calendar/iso-date";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import { approveUpdates } from "@/lib/server/updates/decisions";

const COUNT = 500;
const FIRST_DAY = isoDate("2021-01-01");
const AT = new Date("2023-09-30T00:00:00Z");

const targets = await db.target.findMany({
  where: { owner: { slug: "transport" }, metric: { kind: { in: ["cumulative", "growth"] } }, state: "received" },
});
await db.update.createMany({
  data: Array.from({ length: COUNT }, (_, index) => ({
    targetId: targets[index % targets.length]?.id ?? "",
    asOf: dayColumn(addDays(FIRST_DAY, Math.floor(index / targets.length))),
    value: String(index),
    state: "submitted",
    illustrative: true,
    authorId: "demo-transport-reporter",
    createdAt: AT,
    submittedAt: AT,
  })),
});
const waiting = await db.update.findMany({ where: { state: "submitted", submittedAt: AT } });
const actor = await getActorOfUser("demo-transport-reviewer");
if (actor === null) throw new Error("the demo accounts are missing");
const decisions = waiting.map(({ id, version }) => ({ updateId: id, version }));
const start = performance.now();
const outcome = await approveUpdates(decisions, { actor, clock: clockOn(isoDate("2023-09-30")) });
const milliseconds = performance.now() - start;
const count = outcome.ok ? outcome.value.saved.length : 0;
if (count !== COUNT) throw new Error(`approved ${count} of ${COUNT}`);
console.log(JSON.stringify({ milliseconds }));
await db.$disconnect();
