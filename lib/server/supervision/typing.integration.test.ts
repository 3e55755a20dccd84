import { beforeAll, expect, it } from "vitest";
import { submitUpdate } from "@/lib/server/updates/mutations";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { getDueCalendar } from "./due-calendar";
import { getTypingLoad } from "./typing";

beforeAll(loadPageAndPeople);

const office = (day: string) => as("demo-supervisor", day);

it("counts the reports of the month that the calendar of the desk counts, and their departments", async () => {
  const context = await office("2023-10-09");
  const { days } = await getDueCalendar(context);
  const load = await getTypingLoad(context);
  expect(load).toEqual({ reports: days.reduce((sum, { reports }) => sum + reports, 0), departments: 6, digits: 5 });
  expect(load.reports).toBe(20);
});

it("has five digits per figure without reports, then the length of the latest figures", async () => {
  expect((await getTypingLoad(await office("2023-10-09"))).digits).toBe(5);
  const input = { requestKey: crypto.randomUUID(), asOf: "2023-09-30", value: "1,289.75" };
  done(await submitUpdate("NT-T02", input, await as("demo-transport-reporter", "2023-10-08")));
  expect((await getTypingLoad(await office("2023-10-09"))).digits).toBe(7);
});

it("has no reports in a month in which none falls due", async () => {
  expect(await getTypingLoad(await office("2026-03-01"))).toEqual({ reports: 0, departments: 0, digits: 5 });
});
