// Drafts last month's bulletin on the working day that a template names, in the worker process.
import "server-only";
import type { PgBoss } from "pg-boss";
import { CITY_TIME_ZONE } from "@/lib/domain/calendar/city-day";
import { addDays, addMonths, type IsoDate, startOfMonth } from "@/lib/domain/calendar/iso-date";
import { addWorkingDays } from "@/lib/domain/calendar/working-days";
import { bulletinTemplateSchema } from "@/lib/schemas/bulletin";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { clockOn, standardClock } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import type { QueueName } from "@/lib/server/jobs/queue";
import { reject } from "@/lib/server/mutation";
import { getImportedDays } from "@/lib/server/working-days/data";
import { createBulletin } from "./mutations";

const DRAFT = "bulletin-draft" satisfies QueueName;
/** 07:30 in the city, before the reminders. */
const EARLY_CRON = "30 7 * * *";

/** The office and everything below it; empty for a template of all offices. */
async function departmentsOf(officeId: string | null): Promise<string[]> {
  if (officeId === null) return [];
  const all = await db.department.findMany({ select: { id: true, slug: true, parentId: true } });
  const below = (id: string): string[] =>
    all.filter((one) => one.parentId === id).flatMap((one) => [one.slug, ...below(one.id)]);
  return [...all.filter(({ id }) => id === officeId).map(({ slug }) => slug), ...below(officeId)];
}

/** Whether there is a bulletin of the same month and departments, made by hand or automatically. */
async function isDrafted(month: IsoDate, departments: readonly string[]): Promise<boolean> {
  const where = { month: dayColumn(month), departments: { equals: [...departments] }, state: { not: "discarded" } };
  return (await db.bulletin.count({ where })) > 0;
}

type Drafted = "drafted" | "not-yet" | "already-there" | "no-access" | "rejected";

async function draftFor(
  template: { key: string; officeId: string | null; body: unknown },
  today: IsoDate,
): Promise<Drafted> {
  const { draftOn, draftBy } = bulletinTemplateSchema.parse(template.body);
  const firstDay = startOfMonth(today);
  if (draftOn === null || draftBy === null) return "not-yet";
  if (today < addWorkingDays(addDays(firstDay, -1), draftOn, await getImportedDays(db))) return "not-yet";
  const month = addMonths(firstDay, -1);
  const made = { templateKey: template.key, month: dayColumn(month) };
  if ((await db.automaticDraft.count({ where: made })) > 0) return "already-there";
  const departments = await departmentsOf(template.officeId);
  if (await isDrafted(month, departments)) return "already-there";
  const actor = await getActorOfUser(draftBy);
  if (actor === null) return "no-access";
  const context = { actor, clock: clockOn(today) };
  const input = { month, cutOffOn: addDays(today, -1), template: template.key, departments };
  const outcome = await createBulletin(input, context, async (tx, bulletinId) => {
    // Another worker may have made the draft meanwhile.
    const row = { ...made, bulletinId, at: new Date() };
    const { count } = await tx.automaticDraft.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) reject({ kind: "invalid", errors: { form: "already-there" } });
  });
  if (outcome.ok) return "drafted";
  if (outcome.error.kind === "forbidden") return "no-access";
  return outcome.error.kind === "invalid" && outcome.error.errors.form === "already-there"
    ? "already-there"
    : "rejected";
}

/** Makes the drafts that are due, each once. A day that was missed is made up for later in the month. */
export async function draftBulletins(today: IsoDate): Promise<Readonly<Record<string, Drafted>>> {
  const templates = await db.bulletinTemplate.findMany({ orderBy: { order: "asc" } });
  const outcomes: Record<string, Drafted> = {};
  for (const template of templates) outcomes[template.key] = await draftFor(template, today);
  for (const [key, outcome] of Object.entries(outcomes)) {
    if (outcome === "no-access" || outcome === "rejected")
      console.error(`guatu: no bulletin could be drafted from the template ${key}: ${outcome}`);
  }
  return outcomes;
}

export async function workOnAutomaticDrafts(queue: PgBoss): Promise<void> {
  await queue.schedule(DRAFT, EARLY_CRON, {}, { tz: CITY_TIME_ZONE });
  await queue.work(DRAFT, async () => {
    await draftBulletins(standardClock().today);
  });
}
