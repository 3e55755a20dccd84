// Bulletins as of days before their publication: drafts have no history, so they are hidden.
import { beforeAll, expect, test } from "vitest";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { clockOn } from "@/lib/server/clock";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getBulletin, listBulletins } from "./data";
import { createBulletin, transitionBulletin } from "./mutations";

beforeAll(loadPageAndPeople, 60_000);

test("hides a bulletin before the day of its publication and shows it from that day", async () => {
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
