// Who and when a command acts: a visitor or, with --as, a user with their permissions; today, or with --as-of an
// earlier day.
import { parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { VISITOR } from "@/lib/domain/permissions/actor";
import { isLanguage, type Language } from "@/lib/i18n/languages";
import { getActorOfUser } from "@/lib/server/auth/actor";
import { type Clock, clockOn, standardClock } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { UsageError } from "./command";

export interface ContextValues {
  readonly as?: string | undefined;
  readonly "as-of"?: string | undefined;
  readonly lang?: string | undefined;
}

async function actorOf(email: string | undefined): Promise<Context["actor"]> {
  if (email === undefined) return VISITOR;
  const user = await db.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } });
  const actor = user && (await getActorOfUser(user.id));
  if (actor === null) throw new UsageError(`--as ${email} is not the email of an active user`);
  return actor;
}

function clockOf(text: string | undefined): Clock {
  const present = standardClock();
  if (text === undefined) return present;
  const day = parseIsoDate(text);
  if (day === null) throw new UsageError(`--as-of ${text} is not a date like 2026-09-30`);
  if (day > present.today) throw new UsageError(`--as-of ${text} is in the future`);
  return day === present.today ? present : clockOn(day, true);
}

/** @throws UsageError on an unknown user, day or language. */
export async function readContext(values: ContextValues): Promise<{ context: Context; lang: Language }> {
  const lang = values.lang ?? "zh-CN";
  if (!isLanguage(lang)) throw new UsageError(`--lang ${lang} is not zh-CN or en`);
  const clock = clockOf(values["as-of"]);
  return { context: { actor: await actorOf(values.as), clock }, lang };
}
