// Writes of the templates of bulletins.
import "server-only";
import type { BulletinTemplate } from "@/lib/bulletins/template";
import { bulletinTemplateSchema } from "@/lib/schemas/bulletin";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { mutate, type Result, reject } from "@/lib/server/mutation";

export interface TemplateInput {
  readonly key: string;
  readonly body: BulletinTemplate;
  /** The slug of its office; null: for offices without a template. */
  readonly office: string | null;
  readonly isNew: boolean;
}

/** Rejects an unknown office, or one that already has a template. */
async function officeIdOf(tx: Transaction, { key, office }: TemplateInput): Promise<string | null> {
  if (office === null) return null;
  const found = await tx.department.findUnique({ where: { slug: office }, include: { template: true } });
  if (found === null) reject({ kind: "invalid", errors: { of: "unknown" } });
  if (found.template !== null && found.template.key !== key) {
    reject({ kind: "invalid", errors: { of: "already-there" } });
  }
  return found.id;
}

/** One template without an office must remain. */
async function assertOneForAll(tx: Transaction): Promise<void> {
  const count = await tx.bulletinTemplate.count({ where: { officeId: null } });
  if (count === 0) reject({ kind: "invalid", errors: { of: "last-for-all" } });
}

/** Changes the layout of future bulletins; existing ones have a copy. */
export function saveTemplate(input: TemplateInput, context: Context): Promise<Result<null>> {
  return mutate("bulletin.write", context, async ({ tx, actor }) => {
    const { key, office, isNew } = input;
    const found = await tx.bulletinTemplate.findUnique({ where: { key }, include: { office: true } });
    if (isNew && found !== null) reject({ kind: "invalid", errors: { key: "already-there" } });
    // Automatic drafts are made in the name of the person who last saved the template with them.
    const draftBy = input.body.draftOn === null ? null : actor.userId;
    const body = bulletinTemplateSchema.parse({ ...input.body, draftBy }) as unknown as Prisma.InputJsonObject;
    const officeId = await officeIdOf(tx, input);
    const order = (await tx.bulletinTemplate.aggregate({ _max: { order: true } }))._max.order ?? 0;
    await tx.bulletinTemplate.upsert({
      where: { key },
      create: { key, order: order + 1, body, officeId },
      update: { body, officeId },
    });
    await assertOneForAll(tx);
    const before = found && { ...(found.body as Prisma.InputJsonObject), of: found.office?.slug ?? null };
    const after = { ...body, of: office };
    return { result: null, events: [{ action: "bulletin.template-saved", id: key, before, after }] };
  });
}
