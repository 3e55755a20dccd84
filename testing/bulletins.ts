// For tests of bulletins: a bulletin of May over the sample year, and changes to it.
import type { BulletinRow } from "@/lib/bulletins/facts";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { ensureDemoUsers } from "@/lib/server/auth/demo-users";
import { getBulletin } from "@/lib/server/bulletins/data";
import { createBulletin } from "@/lib/server/bulletins/mutations";
import { db } from "@/lib/server/db/client";
import { approveUpdate } from "@/lib/server/updates/decisions";
import { as, done } from "@/testing/people";
import { loadSampleYear } from "@/testing/sample-year";

export const MAY = {
  month: isoDate("2023-05-01"),
  cutOffOn: isoDate("2023-06-10"),
  template: "monthly",
  departments: [] as string[],
};
/** The day of the tests' clock. */
export const DAY = isoDate("2023-09-30");

export async function loadYearAndPeople(): Promise<void> {
  await loadSampleYear();
  await db.$transaction((tx) => ensureDemoUsers(tx));
}

export async function aBulletin(input: Partial<typeof MAY> = {}) {
  return done(await createBulletin({ ...MAY, ...input }, await as("demo-supervisor")));
}

/** A correction by one more than was reported, approved on the day of the tests. */
export async function correct(row: BulletinRow, note: string): Promise<void> {
  const old = await db.update.findUniqueOrThrow({ where: { id: row.updateId ?? "" } });
  const reviewer = await as(`demo-${row.owner.slug}-reviewer`);
  const correction = await db.update.create({
    data: {
      targetId: old.targetId,
      asOf: old.asOf,
      value: Number(old.value) + 1,
      note,
      state: "submitted",
      authorId: `demo-${row.owner.slug}-reporter`,
      supersedesId: old.id,
      createdAt: reviewer.clock.now,
      submittedAt: reviewer.clock.now,
    },
  });
  done(await approveUpdate({ updateId: correction.id, version: 1 }, reviewer));
}

export async function read(id: string) {
  const view = await getBulletin(id, await as("demo-supervisor"));
  if (view === null) throw new Error("the bulletin is not there");
  return view;
}
