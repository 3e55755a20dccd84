// What waits for one person on one day, as a mail.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { cleanLine, cleanText } from "@/lib/domain/text/clean-text";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import type { Context } from "@/lib/server/context";
import { getDuties } from "@/lib/server/departments/duties";
import { getSupervision } from "@/lib/server/supervision/data";
import { listMyWork, listToReview } from "@/lib/server/updates/data";
import { reminderWords } from "./words";

const PARTS = ["late", "due", "returned", "receive", "answer", "review", "requests", "replies", "slips"] as const;
type Part = (typeof PARTS)[number];
/** No part of a mail is longer; its heading says how many there are. */
const SHOWN = 20;

type Items = Readonly<Record<Part, readonly string[]>>;

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** Everything the actor's desks hold, in words. */
async function itemsFor(context: Context, lang: Language): Promise<Items> {
  const words = reminderWords(lang);
  const { actor } = context;
  const [work, duties, toReview, desk] = [
    await listMyWork(context),
    await getDuties(context),
    await listToReview(context),
    actor.kind === "user" && can(actor, "supervision.read", null) && actor.officeRole === "supervisor"
      ? await getSupervision(context)
      : null,
  ];
  const named = ({ code, title }: { code: string; title: Bilingual }) => `${code} ${title[lang]}`;
  const by = (one: { code: string; title: Bilingual }, day: Parameters<typeof formatIsoDate>[0] | null) =>
    day === null ? named(one) : words("dueBy", { title: named(one), day: formatIsoDate(day, lang) });
  const reports = (work?.toReport ?? []).map((row) => ({
    isLate: row.standing.freshness !== "due",
    text: by(row, row.standing.nextReportDueOn),
  }));
  const about = ({ target }: { target: { code: string; title: string; titleEn: string } }) =>
    named({ code: target.code, title: { "zh-CN": target.title, en: target.titleEn } });
  return {
    late: reports.filter((one) => one.isLate).map((one) => one.text),
    due: reports.filter((one) => !one.isLate).map((one) => one.text),
    returned: (work?.returned ?? []).map(about),
    receive: (duties?.toReceive ?? []).map(({ row, dueOn }) => by(row, dueOn)),
    answer: (duties?.instructions ?? []).map((one) => by(one, one.replyDueOn)),
    review: toReview.map(named),
    requests: (desk?.requests ?? []).map(named),
    replies: (desk?.instructions ?? []).filter((one) => one.state === "replied").map(named),
    slips: (desk?.proposals ?? []).map(({ row }) => named(row)),
  };
}

/** The mail of the day; null when nothing waits, and then none is sent. */
export async function digestFor(context: Context, lang: Language, url: string): Promise<Mail | null> {
  if (context.actor.kind !== "user") return null;
  const words = reminderWords(lang);
  const items = await itemsFor(context, lang);
  const count = PARTS.reduce((sum, part) => sum + items[part].length, 0);
  if (count === 0) return null;
  const blocks = PARTS.filter((part) => items[part].length > 0).map((part) => {
    const shown = items[part].slice(0, SHOWN).map((item) => `- ${item}`);
    return [`${words(part)} (${items[part].length})`, ...shown, ...(items[part].length > SHOWN ? ["- …"] : [])].join(
      "\n",
    );
  });
  const text = [
    words("greeting", { name: context.actor.name }),
    ...blocks,
    words("open", { url }),
    words("stop", { url: `${url}/settings` }),
  ].join("\n\n");
  const subject = words("subject", { day: formatIsoDate(context.clock.today, lang), count });
  return { subject: cleanLine(subject), text: cleanText(text) };
}
