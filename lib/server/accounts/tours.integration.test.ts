import { beforeAll, beforeEach, expect, it } from "vitest";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { db } from "@/lib/server/db/client";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { dismissTour, showsTour } from "./tours";

beforeAll(loadPageAndPeople, 60_000);
beforeEach(async () => {
  await db.dismissedTour.deleteMany();
});

it("shows the tour of a desk until its user hides it, and again when asked", async () => {
  const [clerk, other] = [await as("demo-transport-reporter"), await as("demo-science-reporter")];
  expect(await showsTour("my", clerk, {})).toBe(true);
  done(await dismissTour("my", clerk));
  done(await dismissTour("my", clerk));
  expect(await showsTour("my", clerk, {})).toBe(false);
  expect(await showsTour("my", clerk, { tour: "" })).toBe(true);
  expect(await showsTour("review", clerk, {})).toBe(true);
  expect(await showsTour("my", other, {})).toBe(true);
});

it("shows the tour of the overview only to people without a desk, and none to visitors", async () => {
  const reader = await as("demo-reader");
  expect(await showsTour("overview", reader, {})).toBe(true);
  expect(await showsTour("overview", await as("demo-supervisor"), { tour: "" })).toBe(false);
  expect(await showsTour("overview", { ...reader, actor: VISITOR }, { tour: "" })).toBe(false);
});
