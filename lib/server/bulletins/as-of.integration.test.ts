// A bulletin on the days before it was published: what its draft said then is not kept, so it is not there.
import { beforeAll, expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { clockOn } from "@/lib/server/clock";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getBulletin, listBulletins } from "./data";
import { createBulletin, transitionBulletin } from "./mutations";

beforeAll(loadPageAndPeople, 60_000);

test("is left out of a look back until the day it was published, and there from that day on", async () => {
  const on = (day: string) => as("demo-supervisor", day);
  const input = { month: isoDate("2023-07-01"), cutOffOn: isoDate("2023-08-31"), template: "monthly", departments: [] };
  const draft = done(await createBulletin(input, await on("2023-09-10")));
  const signed = done(await transitionBulletin({ ...draft, step: "sign" }, await on("2023-09-12")));
  done(await transitionBulletin({ ...signed, step: "publish" }, await on("2023-09-14")));
  const seen = async (day: string) => {
    const back = { ...(await on(day)), clock: clockOn(isoDate(day), true) };
    return [(await listBulletins(back)).length, (await getBulletin(draft.id, back))?.state ?? null];
  };
  expect(await seen("2023-09-11")).toEqual([0, null]);
  expect(await seen("2023-09-13")).toEqual([0, null]);
  expect(await seen("2023-09-14")).toEqual([1, "published"]);
});
