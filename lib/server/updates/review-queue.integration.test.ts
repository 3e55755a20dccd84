// Hundreds of waiting reports: read page by page, in as many queries as one of them takes.
import { Client } from "pg";
import { beforeAll, expect, it, vi } from "vitest";
import { addDays, isoDate } from "@/lib/domain/calendar/iso-date";
import { db } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import { prepareDigest } from "@/lib/server/reminders/digest";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { returnUpdates } from "./decisions";
import { listReviewQueue, REVIEW_PAGE } from "./review-queue";

beforeAll(loadPageAndPeople);

const reviewer = () => as("demo-commerce-reviewer");

/** Waiting reports of commerce's issued targets, several in the same moment, written straight into the database. */
async function waitingReports(count: number): Promise<void> {
  const targets = await db.target.findMany({ where: { owner: { slug: "commerce" }, state: "received" } });
  await db.update.createMany({
    data: Array.from({ length: count }, (_, index) => {
      const at = new Date(Date.UTC(2023, 8, 1, 0, Math.floor(index / 7)));
      return {
        targetId: targets[index % targets.length]?.id ?? "",
        asOf: dayColumn(addDays(isoDate("2022-01-01"), index)),
        value: String(index),
        state: "submitted",
        authorId: "demo-commerce-reporter",
        createdAt: at,
        submittedAt: at,
      };
    }),
  });
}

/** What `read` asks the database, one by one as they go over the wire. */
async function countQueries(read: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(Client.prototype, "query");
  await read();
  const { length } = sent.mock.calls;
  sent.mockRestore();
  return length;
}

it("asks as often for a page of many as for one, and pages through all of them once", async () => {
  const context = await reviewer();
  await waitingReports(1);
  const forOne = await countQueries(() => listReviewQueue(context));
  await waitingReports(2 * REVIEW_PAGE + 9);
  expect(forOne).toBeGreaterThan(3);
  expect(await countQueries(() => listReviewQueue(context))).toBe(forOne);

  const total = await db.update.count({ where: { state: "submitted" } });
  const seen: string[] = [];
  const sizes: number[] = [];
  let after: string | undefined;
  do {
    const page = await listReviewQueue(context, after);
    expect(page?.total).toBe(total);
    seen.push(...(page?.waiting ?? []).map(({ update }) => `${update.submittedAt?.toISOString()} ${update.id}`));
    sizes.push(page?.waiting.length ?? 0);
    after = page?.next ?? undefined;
  } while (after !== undefined);
  expect(sizes).toEqual([REVIEW_PAGE, REVIEW_PAGE, total - 2 * REVIEW_PAGE]);
  expect(seen).toEqual([...new Set(seen)].sort());
});

it("continues after a report that was decided meanwhile, and starts over from an invalid cursor", async () => {
  const context = await reviewer();
  const first = await listReviewQueue(context);
  const second = await listReviewQueue(context, first?.next ?? "");
  const last = first?.waiting.at(-1)?.update;
  done(await returnUpdates([{ updateId: last?.id ?? "", version: last?.version ?? 0 }], "recount", context));
  const again = await listReviewQueue(context, first?.next ?? "");
  expect(again?.waiting.map((one) => one.update.id)).toEqual(second?.waiting.map((one) => one.update.id));
  for (const place of ["x", "2023-09-01_'", "_", "9999999-01-01_0"]) {
    expect((await listReviewQueue(context, place))?.waiting[0]?.update.id).toBe(first?.waiting[0]?.update.id);
  }
});

it("names them all in one query for the mail of the day", async () => {
  const context = await reviewer();
  const count = await db.update.count({ where: { state: "submitted" } });
  const mail = await prepareDigest(context, "en", "http://guatu.invalid");
  expect(mail?.text).toContain(`(${count})`);
});
