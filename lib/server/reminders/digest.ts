// The pending tasks of one user on one day, as a mail.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { principalOf } from "@/lib/domain/permissions/delegation";
import { cleanLine, cleanText } from "@/lib/domain/text/clean-text";
import { fillName } from "@/lib/domain/text/fill-name";
import { formatIsoDate } from "@/lib/domain/units/format-date";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { getTranslator } from "@/lib/i18n/translator";
import type { Slice } from "@/lib/schemas/desk-view";
import type { Context } from "@/lib/server/context";
import { listStandIns } from "@/lib/server/delegations/data";
import { getPendingTasks } from "@/lib/server/departments/pending-tasks";
import { listRepliesToJudge } from "@/lib/server/instructions/data";
import { listPendingRequests } from "@/lib/server/requests/data";
import { listSlipProposals } from "@/lib/server/supervision/slips";
import { listMyWork, listToReport } from "@/lib/server/updates/my-work";
import { listToReview } from "@/lib/server/updates/review-queue";
import type { DepartmentName, Excerpt, TargetRow } from "@/lib/views/target";
import type { MyTarget } from "@/lib/views/update";
import { getReminderWording } from "./texts";

const PARTS = ["late", "due", "returned", "receive", "answer", "review", "requests", "replies", "slips"] as const;
type Part = (typeof PARTS)[number];
/** The maximum number of entries in a section; its heading shows the total. */
const SHOWN = 20;

type Items = Readonly<Record<Part, { readonly count: number; readonly first: readonly Task[] }>>;

const FIRST: Slice = { skip: 0, take: SHOWN };
const NONE = { total: 0, shown: [] };

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

type Named = { readonly code: string; readonly title: Bilingual; readonly owner?: DepartmentName };

/** One task and the page on which it is done. */
interface Task {
  readonly text: string;
  readonly path: string;
}

const pageOf = ({ code }: Named) => `/targets/${encodeURIComponent(code)}`;
/** The form begins with the period whose report is due. */
const formOf = (one: Named) => `${pageOf(one)}/report`;
/** The form begins with the returned report. */
const linkToNext = (row: MyTarget) => {
  const [from] = row.unanswered;
  return from === undefined ? formOf(row) : `${formOf(row)}?from=${from.id}`;
};

/** All pending tasks of the actor, in words. */
async function itemsFor(context: Context, lang: Language): Promise<Items> {
  const t = getTranslator(lang);
  const { actor } = context;
  const isOffice = can(actor, "supervision.decide", null);
  const named = ({ code, title, owner }: Named) => {
    const principal = owner === undefined ? null : principalOf(actor, owner.slug);
    const text = `${code} ${title[lang]}`;
    return principal === null ? text : t("delegation.marked", { text, name: principal.name });
  };
  const by = (one: Named, day: Parameters<typeof formatIsoDate>[0] | null) =>
    day === null ? named(one) : t("reminders.dueBy", { title: named(one), day: formatIsoDate(day, lang) });
  const dueBy = (row: TargetRow) => by(row, row.standing.nextReportDueOn);
  const items = <T>({ total, shown }: Excerpt<T>, text: (one: T) => string, path: (one: T) => string) => ({
    count: total,
    first: shown.map((one) => ({ text: text(one), path: path(one) })),
  });
  const desk = (list: string) => () => `/supervision#${list}`;
  const [work, duties] = [await listMyWork(context), await getPendingTasks(context)];
  const first = <T>(entries: readonly T[] = [], total = 0) => ({ total, shown: entries.slice(0, SHOWN) });
  return {
    late: items(await listToReport(["late", "never"], FIRST, context), dueBy, formOf),
    due: items(await listToReport(["due"], FIRST, context), dueBy, formOf),
    returned: items(first(work?.returned, work?.totals.returned), named, linkToNext),
    receive: items(
      first(duties?.toReceive, duties?.totals.toReceive),
      ({ row, dueOn }) => by(row, dueOn),
      ({ row }) => pageOf(row),
    ),
    answer: items(first(duties?.instructions, duties?.totals.instructions), (one) => by(one, one.replyDueOn), pageOf),
    review: items(await listToReview(FIRST, context), named, ({ updateId }) => `/review#${updateId}`),
    requests: items(isOffice ? await listPendingRequests(FIRST, context) : NONE, named, desk("requests")),
    replies: items(isOffice ? await listRepliesToJudge(FIRST, context) : NONE, named, desk("instructions")),
    slips: items(isOffice ? await listSlipProposals(FIRST, context) : NONE, ({ row }) => named(row), desk("late")),
  };
}

/** For whom the reader stands in today: the tasks of that role are in the mail too. */
async function standInLines(context: Context, lang: Language): Promise<string[]> {
  const t = getTranslator(lang);
  return (await listStandIns(context)).map(({ absent, department, role, endsOn }) =>
    t("delegation.youStandIn", {
      name: absent,
      department: department[lang],
      role: t(`admin.roles.${role}`),
      day: formatIsoDate(endsOn, lang),
    }),
  );
}

/** The mail of the day; null if no task is pending, and no mail is sent. */
export async function prepareDigest(context: Context, lang: Language, url: string): Promise<Mail | null> {
  if (context.actor.kind !== "user") return null;
  const t = getTranslator(lang);
  const { name } = context.actor;
  const [items, wording] = [await itemsFor(context, lang), await getReminderWording()];
  const { intro, closing } = wording.texts[lang];
  const count = PARTS.reduce((sum, part) => sum + items[part].count, 0);
  if (count === 0) return null;
  const blocks = PARTS.filter((part) => items[part].count > 0).map((part) => {
    const { count: all, first } = items[part];
    return [
      `${t(`reminders.${part}`)} (${all})`,
      ...first.map((task) => `- ${task.text}\n  ${url}${task.path}`),
      ...(all > first.length ? ["- …"] : []),
    ].join("\n");
  });
  const text = [
    intro === "" ? t("reminders.greeting", { name }) : fillName(intro, name),
    ...(await standInLines(context, lang)),
    ...blocks,
    ...(closing === "" ? [] : [fillName(closing, name)]),
    t("reminders.open", { url }),
    t("reminders.stop", { url: `${url}/settings` }),
  ].join("\n\n");
  const subject = t("reminders.subject", { day: formatIsoDate(context.clock.today, lang), count });
  return { subject: cleanLine(subject), text: cleanText(text) };
}
