// The initial values of the revision form, and whether its submission revises the target or requests a revision.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { scopeOf } from "@/lib/domain/permissions/scope";
import { ownCalendarChoice } from "@/lib/schemas/calendar";
import { listOwnCalendars } from "@/lib/server/calendars/data";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { RevisionFormData } from "@/lib/views/target-forms";
import { getTarget } from "./detail";
import { readStepFacts } from "./revised-steps";
import { bilingual } from "./rows";

async function getReporting(code: string): Promise<RevisionFormData["reporting"]> {
  const [{ calendar, calendarId, cutOffWorkingDays, publicationLagMonths }, calendars] = await Promise.all([
    db.target.findUniqueOrThrow({ where: { code } }),
    listOwnCalendars(),
  ]);
  return {
    calendars,
    values: {
      calendar: calendarId === null ? calendar : ownCalendarChoice(calendarId),
      cutOffWorkingDays: String(cutOffWorkingDays),
      publicationLagMonths: String(publicationLagMonths),
    },
  };
}

/** Null if there is no such target, or the actor may neither revise it nor request a revision. */
export async function getRevisionForm(
  code: string,
  requestedMode: string | undefined,
  context: Context,
): Promise<RevisionFormData | null> {
  const target = await getTarget(code, context);
  if (target === null) return null;
  const scope = { target: scopeOf(target) };
  const reportedSteps = [...(await readStepFacts(db, target.id, context.clock.knownUntil)).reported];
  if (can(context.actor, "target.revise", scope)) {
    const [departments, reporting] = await Promise.all([
      db.department.findMany({
        where: {
          OR: [{ closedOn: null }, { slug: { in: [target.owner, ...target.supporting].map(({ slug }) => slug) } }],
        },
        orderBy: { order: "asc" },
      }),
      getReporting(code),
    ]);
    return {
      target,
      mode: "direct",
      reportedSteps,
      departments: departments.map(({ slug, name, nameEn }) => ({ slug, name: bilingual(name, nameEn) })),
      reporting,
    };
  }
  if (!can(context.actor, "request.create", scope)) return null;
  return {
    target,
    reportedSteps,
    mode: requestedMode === "extension" ? "extension" : "revision",
    departments: [],
    reporting: null,
  };
}
