// Writes of bulletins: create, edit, sign, publish. Published bulletins never change; later corrections are errata.
import "server-only";
import { composeDocument } from "@/lib/bulletins/document";
import { separationProblems } from "@/lib/bulletins/separation";
import { templateFor } from "@/lib/bulletins/template";
import { yearOf } from "@/lib/domain/calendar/iso-date";
import { can } from "@/lib/domain/permissions/can";
import { LANGUAGES } from "@/lib/i18n/languages";
import {
  type BulletinText,
  type BulletinTransition,
  bulletinTemplateSchema,
  type NewBulletin,
  proseSchema,
} from "@/lib/schemas/bulletin";
import { type Clock, clockOn, laterInstant } from "@/lib/server/clock";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayColumn } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { NUMBERING_LOCK } from "@/lib/server/db/locks";
import {
  type ChangeEvent,
  mutate,
  type Result,
  reject,
  rejectStale,
  runMutation,
  transact,
  type Write,
} from "@/lib/server/mutation";
import { toBulletin } from "./data";
import { collectFacts } from "./facts";
import { requestAllFiles } from "./files";
import { sendToRecipients } from "./mails";

export interface BulletinRef {
  readonly id: string;
  readonly version: number;
}

/** The clock at a cut-off: the end of an earlier day, or the current time. */
function clockAt(cutOffOn: NewBulletin["cutOffOn"], { clock }: Context): Clock {
  return cutOffOn === clock.today ? { ...clock, knownUntil: clock.now } : clockOn(cutOffOn);
}

/** The selected template, or that of the departments' office. */
async function templateOf({ template: key, departments }: NewBulletin) {
  const [records, tree] = await Promise.all([
    db.bulletinTemplate.findMany({ include: { office: { select: { slug: true } } }, orderBy: { order: "asc" } }),
    db.department.findMany({ select: { slug: true, parent: { select: { slug: true } } } }),
  ]);
  const parents = new Map(tree.map(({ slug, parent }) => [slug, parent?.slug ?? null]));
  const offices = records.map((one) => ({ key: one.key, office: one.office?.slug ?? null }));
  const wanted = key === "" ? templateFor(departments, parents, offices) : key;
  return records.find((one) => one.key === wanted) ?? reject({ kind: "invalid", errors: { template: "unknown" } });
}

async function assertDepartments(slugs: readonly string[]): Promise<void> {
  const known = await db.department.count({ where: { slug: { in: [...slugs] } } });
  if (known !== new Set(slugs).size) reject({ kind: "invalid", errors: { departments: "unknown" } });
}

/**
 * Freezes a month at its cut-off. Rejects a cut-off before the month or after today, and a month without targets.
 * @param alsoWrite in the same transaction; may reject.
 */
export function createBulletin(
  input: NewBulletin,
  context: Context,
  alsoWrite: (tx: Transaction, id: string) => Promise<void> = async () => undefined,
): Promise<Result<BulletinRef>> {
  return runMutation(async () => {
    const { actor } = context;
    if (actor.kind !== "user" || !can(actor, "bulletin.write", null)) reject({ kind: "forbidden" });
    const { month, cutOffOn, departments, parts } = input;
    if (cutOffOn < month) reject({ kind: "invalid", errors: { cutOffOn: "before-month" } });
    if (cutOffOn > context.clock.today) reject({ kind: "invalid", errors: { cutOffOn: "in-the-future" } });
    await assertDepartments(departments);
    const template = await templateOf(input);
    const clock = clockAt(cutOffOn, context);
    // Takes seconds for a whole city, so outside the transaction.
    const { facts, isPublic } = await collectFacts({ month, departments, parts }, { ...context, clock });
    if (facts.rows.length === 0) reject({ kind: "invalid", errors: { form: "no-targets" } });
    return transact("bulletin.write", context, async ({ tx }) => {
      const { id, version } = await tx.bulletin.create({
        data: {
          month: dayColumn(month),
          cutOffOn: dayColumn(cutOffOn),
          cutOffAt: clock.knownUntil,
          departments,
          facts: facts as unknown as Prisma.InputJsonObject,
          template: template.body as Prisma.InputJsonObject,
          year: yearOf(cutOffOn),
          isPublic,
          authorId: actor.userId,
          createdAt: context.clock.now,
        },
      });
      await alsoWrite(tx, id);
      const after = { month, cutOffOn, departments, ...(parts && { parts }) };
      return { result: { id, version }, events: [{ action: "bulletin.created", id, before: null, after }] };
    });
  });
}

type Bulletin = Prisma.BulletinGetPayload<object>;

interface BulletinWrite extends Write {
  readonly bulletin: Bulletin;
}

interface BulletinChange extends Omit<ChangeEvent, "id"> {
  readonly data: Prisma.BulletinUncheckedUpdateInput;
}

/** The shell of changes of one bulletin: locks it, rejects a stale version, writes the columns and the event. */
function mutateBulletin(
  { id, version }: BulletinRef,
  context: Context,
  change: (write: BulletinWrite) => Promise<BulletinChange>,
): Promise<Result<BulletinRef>> {
  return mutate("bulletin.write", context, async (write) => {
    const { tx } = write;
    await tx.$queryRaw`SELECT id FROM bulletin WHERE id = ${id}::uuid FOR UPDATE`;
    const bulletin = (await tx.bulletin.findUnique({ where: { id } })) ?? reject({ kind: "not-found" });
    if (bulletin.version !== version) await rejectStale(tx, "bulletin", id);
    const { data, ...event } = await change({ ...write, bulletin });
    const stored = await tx.bulletin.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
    return { result: { id, version: stored.version }, events: [{ ...event, id }] };
  });
}

const UNCHECKED = { checkerId: null, checkedAt: null };

/** Replaces the generated text; blank text restores it. */
export function editBulletinText(
  { lang, key, text, ...about }: BulletinText,
  context: Context,
): Promise<Result<BulletinRef>> {
  return mutateBulletin(about, context, async ({ bulletin }) => {
    if (bulletin.state !== "draft") reject({ kind: "forbidden" });
    const prose = proseSchema.parse(bulletin.prose);
    const { [key]: before = "", ...others } = prose[lang] ?? {};
    return {
      // The check was of the text before.
      data: { prose: { ...prose, [lang]: text === "" ? others : { ...others, [key]: text } }, ...UNCHECKED },
      action: "bulletin.text-edited",
      before: { text: before },
      after: { lang, section: key, text },
    };
  });
}

const STEPS: Readonly<
  Record<BulletinTransition, { readonly from: string; readonly to: string; readonly past: string }>
> = {
  check: { from: "draft", to: "draft", past: "checked" },
  sign: { from: "draft", to: "signed", past: "signed" },
  reopen: { from: "signed", to: "draft", past: "reopened" },
  publish: { from: "signed", to: "published", past: "published" },
  discard: { from: "draft", to: "discarded", past: "discarded" },
};

/** Where the office requires it, drafting, checking and signing need different people. */
function assertSeparation({ bulletin, actor }: BulletinWrite, step: BulletinTransition): void {
  const { separation } = bulletinTemplateSchema.parse(bulletin.template);
  if (separation !== "enforced" || (step !== "check" && step !== "sign")) return;
  const [problem] = separationProblems(bulletin, step, actor.userId);
  if (problem !== undefined) reject({ kind: "invalid", errors: { form: problem } });
}

/** The next number of the year; takes a lock, so that numbers have no gaps. */
async function nextNumber(tx: Transaction, year: number): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${NUMBERING_LOCK})`;
  const last = await tx.bulletin.aggregate({ where: { year }, _max: { number: true } });
  return (last._max.number ?? 0) + 1;
}

/** Only the last number of a year can be released, so that numbers have no gaps. */
async function assertLastNumber(tx: Transaction, year: number, number: number | null): Promise<void> {
  const later = await tx.bulletin.count({ where: { year, number: { gt: number ?? 0 } } });
  if (later > 0) reject({ kind: "invalid", errors: { form: "numbered-after" } });
}

/** The columns that a step writes besides the state. */
async function stepColumns(
  { tx, actor, clock, bulletin }: BulletinWrite,
  step: BulletinTransition,
): Promise<
  Pick<
    Prisma.BulletinUncheckedUpdateInput,
    "checkerId" | "checkedAt" | "signerId" | "signedAt" | "published" | "publishedAt"
  > &
    Pick<Partial<Bulletin>, "number">
> {
  const { year, number, createdAt } = bulletin;
  const at = laterInstant(clock.now, createdAt);
  if (step === "check") return { checkerId: actor.userId, checkedAt: at };
  if (step === "sign") return { number: await nextNumber(tx, year), signerId: actor.userId, signedAt: at };
  if (step === "publish") return { published: publishedText(bulletin), publishedAt: at };
  if (step === "discard") return {};
  await assertLastNumber(tx, year, number);
  return { number: null, signerId: null, signedAt: null, ...UNCHECKED };
}

/** The text in every language, so that files made later say what was published. */
function publishedText(record: Bulletin): Prisma.InputJsonObject {
  const bulletin = toBulletin(record);
  return Object.fromEntries(
    LANGUAGES.map((lang) => [lang, composeDocument(bulletin, lang)]),
  ) as unknown as Prisma.InputJsonObject;
}

/** A published bulletin gets its files at once, so that its readers find them ready. */
export async function transitionBulletin(
  { step, ...about }: BulletinRef & { readonly step: BulletinTransition },
  context: Context,
): Promise<Result<BulletinRef>> {
  const outcome = await takeStep({ step, ...about }, context);
  if (outcome.ok && step === "publish") {
    await requestAllFiles(about.id, context);
    await sendToRecipients(about.id, context);
  }
  return outcome;
}

function takeStep(
  { step, ...about }: BulletinRef & { readonly step: BulletinTransition },
  context: Context,
): Promise<Result<BulletinRef>> {
  return mutateBulletin(about, context, async (write) => {
    const { from, to, past } = STEPS[step];
    const { state, year, number } = write.bulletin;
    if (state !== from) reject({ kind: "forbidden" });
    assertSeparation(write, step);
    const columns = await stepColumns(write, step);
    return {
      data: { ...columns, state: to },
      action: `bulletin.${past}`,
      before: { state: from },
      after: { state: to, year, number: columns.number === undefined ? number : columns.number },
    };
  });
}
