// Server actions called by users without the permission: they are rejected, and the database is unchanged. Then by a
// user with the permission and the same form, to prove that the form is valid. lib/actions/access has the tests.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { IDLE } from "@/lib/actions/action-state";
import type { importWorkingDaysAction } from "@/lib/actions/imports";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { db } from "@/lib/server/db/client";
import { rebuildStandings } from "@/lib/server/targets/standings";
import { saveDraft, submitUpdate } from "@/lib/server/updates/mutations";
import { fieldName } from "@/lib/wording/event-values";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { browser } from "@/testing/requests";

const PEOPLE = {
  visitor: null,
  "of no department": "nobody-yet",
  reader: "demo-reader",
  supervisor: "demo-supervisor",
  administrator: "demo-administrator",
  reporter: "demo-transport-reporter",
  reviewer: "demo-transport-reviewer",
  "reporter elsewhere": "demo-science-reporter",
  "reviewer elsewhere": "demo-science-reviewer",
} as const;
export type Who = keyof typeof PEOPLE;
export const EVERYBODY = Object.keys(PEOPLE) as Who[];
export const OUTSIDE: readonly Who[] = ["of no department", "reporter elsewhere", "reviewer elsewhere"];

export async function actAs(who: Who): Promise<void> {
  const id = PEOPLE[who];
  browser.actor = id === null ? VISITOR : (await as(id)).actor;
}

export function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** A digest of all rows: unchanged if nothing was written. */
export async function digest(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const parts = tables.map(
    ({ name }) => `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS d FROM "${name}" t`,
  );
  const rows = await db.$queryRawUnsafe<{ d: string }[]>(parts.join(" UNION ALL "));
  return rows.map(({ d }) => d).join(" ");
}

let made = 0;

/** A separate target of the transport bureau for each case. */
export async function aTarget(visibility: string, state = "received", columns: object = {}): Promise<string> {
  made += 1;
  const code = `ACT-${made}`;
  await db.$executeRaw`
    INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'code', ${code}::text,
      'visibility', ${visibility}::text, 'state', ${state}::text) || ${JSON.stringify(columns)}::jsonb)).*
      FROM target t WHERE t.code = 'NT-T02'`;
  const { id } = await db.target.findUniqueOrThrow({ where: { code } });
  await db.$transaction((tx) => rebuildStandings(tx, [id]));
  return code;
}

export const reportOf = (value = "200") => ({
  requestKey: crypto.randomUUID(),
  asOf: "2023-09-20",
  value,
  note: "as counted",
});
const formReport = (code: string) => submitUpdate(code, reportOf(), contextOf("reporter"));

/** Filled before the tests: the contexts of the users who prepare a case. */
const contexts = new Map<Who, Awaited<ReturnType<typeof as>>>();
export function contextOf(who: Who) {
  const context = contexts.get(who);
  if (context === undefined) throw new Error(`${who} has no context`);
  return context;
}

export async function aSubmitted(code: string) {
  const { updateId, version } = done(await formReport(code));
  return { updateId, version: String(version) };
}

export async function aDraft(code: string) {
  const { updateId, version } = done(await saveDraft(code, reportOf(), contextOf("reporter")));
  return { updateId, version: String(version) };
}

export type FormAction = (before: typeof IDLE, form: FormData) => Promise<{ status: string }>;
/** A form with the target's code and these fields. */
export function onTarget(action: FormAction, fields: Readonly<Record<string, string>>): Case["prepare"] {
  return async (code) => async () => (await action(IDLE, formOf({ code, ...fields }))).status;
}

export interface Case {
  readonly name: string;
  readonly state?: string;
  readonly right: readonly Who[];
  /** The status for outsiders of a public target: they cannot see its requests and instructions. */
  readonly isUnseen?: true;
  /** Creates the object of the action; returns the action, to be run by any user. @returns the status it answers. */
  readonly prepare: (code: string) => Promise<() => Promise<string>>;
}

export const DEPARTMENT: readonly Who[] = ["reporter", "reviewer"];
export const VISIBILITIES = ["public", "internal"] as const;

/** The fields of an event, also in its parts, that the audit would show by their keys. */
function unnamedFields(values: unknown): string[] {
  if (Array.isArray(values)) return values.flatMap(unnamedFields);
  if (typeof values !== "object" || values === null) return [];
  return Object.entries(values).flatMap(([key, value]) => [
    ...(fieldName(key, "zh-CN") === null ? [key] : []),
    ...unnamedFields(value),
  ]);
}

/** Loads the commitments and users; every test begins as a visitor. Every field that the actions record has a name. */
export function prepareAccessTests(): void {
  beforeAll(async () => {
    await loadPageAndPeople();
    await db.user.create({ data: { id: "nobody-yet", name: "nobody yet", email: "yet@example.com" } });
    for (const who of EVERYBODY) if (PEOPLE[who] !== null) contexts.set(who, await as(PEOPLE[who]));
  });
  beforeEach(() => {
    browser.actor = VISITOR;
  });
  afterAll(async () => {
    const events = await db.event.findMany({ select: { before: true, after: true } });
    expect(new Set(events.flatMap(({ before, after }) => unnamedFields([before, after])))).toEqual(new Set());
  });
}

/**
 * Calls the action as each of these users; fails if anything was written.
 * @returns the status by user
 */
export async function refusedTo(
  whom: readonly Who[],
  act: () => Promise<string>,
): Promise<Partial<Record<Who, string>>> {
  const statuses: Partial<Record<Who, string>> = {};
  const before = await digest();
  for (const who of whom) {
    await actAs(who);
    statuses[who] = await act();
  }
  expect(await digest(), "one of them has written").toBe(before);
  return statuses;
}

/** Each case on a public and on an internal target: as every user who may not, then as one who may. */
export function testCases(cases: readonly Case[]): void {
  describe.each(VISIBILITIES)("on a %s target", (visibility) => {
    it.each(cases)("$name", async ({ right, state, isUnseen, prepare }) => {
      const act = await prepare(await aTarget(visibility, state));
      const wrong = EVERYBODY.filter((who) => !right.includes(who));
      const expected = Object.fromEntries(
        wrong.map((who) => {
          const isNotIssued = state === "draft";
          const isHidden =
            (visibility === "internal" && OUTSIDE.includes(who)) ||
            ((isUnseen || isNotIssued) && [...OUTSIDE, "reader"].includes(who));
          return [who, who === "visitor" ? "signed-out" : isHidden ? "not-found" : "forbidden"];
        }),
      );
      expect(await refusedTo(wrong, act)).toEqual(expected);
      await actAs(right[0] ?? "visitor");
      const before = await digest();
      expect(await act()).toBe("done");
      expect(await digest()).not.toBe(before);
    });
  });
}

/** An action that redirects has succeeded. */
export async function statusOf(act: () => Promise<{ status: string }>): Promise<string> {
  try {
    return (await act()).status;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("redirect ")) return "done";
    throw error;
  }
}

export const signedOutOrForbidden = (wrong: readonly Who[]) =>
  Object.fromEntries(wrong.map((who) => [who, who === "visitor" ? "signed-out" : "forbidden"]));
const NOT_SUPERVISOR = EVERYBODY.filter((who) => who !== "supervisor");

/** @param outsiders users who get `not-found`, because they cannot read the object of the action */
export async function onlySupervisor(act: () => Promise<string>, outsiders: readonly Who[] = []): Promise<void> {
  const notFound = Object.fromEntries(outsiders.map((who) => [who, "not-found"]));
  expect(await refusedTo(NOT_SUPERVISOR, act)).toEqual({ ...signedOutOrForbidden(NOT_SUPERVISOR), ...notFound });
  await actAs("supervisor");
  const before = await digest();
  expect(await act()).toBe("done");
  expect(await digest()).not.toBe(before);
}

/** Previews the sheet and imports it; a user who may not preview it gets an error. */
export function onSheet(action: typeof importWorkingDaysAction, text: string): FormAction {
  return async (before, form) => {
    form.set("file", new File([text], "sheet.csv"));
    form.delete("digest");
    const { preview, ...answer } = await action(before, form);
    form.set("digest", preview?.digest ?? "0");
    const done = await action(before, form);
    return preview === undefined && done.status !== answer.status
      ? { status: `${answer.status}, then ${done.status}` }
      : done;
  };
}
