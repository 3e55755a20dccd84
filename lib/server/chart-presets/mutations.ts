// Writes of the presets of the chart studio. They are settings, so they have no events.
import "server-only";
import type { z } from "zod";
import type { SignedIn } from "@/lib/domain/permissions/actor";
import { canUsePreset, canWritePreset } from "@/lib/domain/permissions/presets";
import type { chartPresetSchema, presetRenamingSchema } from "@/lib/schemas/chart-preset";
import type { Context } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/client";
import { mutate, type Result, reject } from "@/lib/server/mutation";
import { readLogo, type StoredLogo } from "./logo";

const MAX_PRESETS = 50;
const WRITTEN = { result: null, events: [] } as const;

type NewPreset = z.output<typeof chartPresetSchema>;

/** The id of the department; null for the supervision office. */
async function resolveOwner(tx: Transaction, owner: string, actor: SignedIn): Promise<string | null> {
  const found = owner === "" ? null : await tx.department.findUnique({ where: { slug: owner }, select: { id: true } });
  if (owner !== "" && found === null) reject({ kind: "invalid", errors: { owner: "unknown" } });
  const departmentId = found?.id ?? null;
  if (!canWritePreset(actor, { departmentId })) reject({ kind: "forbidden" });
  return departmentId;
}

/** Rejects a name that another preset of the office has. */
async function checkName(tx: Transaction, departmentId: string | null, name: string, id?: string): Promise<void> {
  const others = await tx.chartPreset.count({ where: { departmentId, name, ...(id && { id: { not: id } }) } });
  if (others > 0) reject({ kind: "invalid", errors: { name: "already-there" } });
}

async function uploadedLogo(file: File): Promise<StoredLogo> {
  const read = await readLogo(new Uint8Array(await file.arrayBuffer()));
  return typeof read === "string" ? reject({ kind: "invalid", errors: { logo: read } }) : read;
}

/** The logo of the shown chart, if it is one that the user may use. */
async function shownLogo(tx: Transaction, logoKey: string | null, actor: SignedIn): Promise<StoredLogo | null> {
  if (logoKey === null) return null;
  const rows = await tx.chartPreset.findMany({ where: { logoKey } });
  const usable = rows.find((row) => canUsePreset(actor, row));
  if (!usable?.logo || usable.logoWidth === null || usable.logoHeight === null) return null;
  return { logoKey, logo: usable.logo, logoWidth: usable.logoWidth, logoHeight: usable.logoHeight };
}

/**
 * Saves the look of a chart under a name, with the uploaded logo or that of the chart. Rejects a name in use, more than
 * 50 presets of an office, and a file that is no PNG or JPEG.
 */
export function createChartPreset(
  { name, owner, shared, query, logo }: NewPreset,
  context: Context,
): Promise<Result<null>> {
  return mutate("signed-in", context, async ({ tx, actor, clock }) => {
    const departmentId = await resolveOwner(tx, owner, actor);
    await checkName(tx, departmentId, name);
    if ((await tx.chartPreset.count({ where: { departmentId } })) >= MAX_PRESETS) {
      reject({ kind: "invalid", errors: { name: "too-many-presets" } });
    }
    const picture =
      logo !== undefined && logo.size > 0 ? await uploadedLogo(logo) : await shownLogo(tx, query.logo, actor);
    const isShared = shared && departmentId === null;
    const { options } = query;
    await tx.chartPreset.create({ data: { departmentId, name, isShared, options, ...picture, savedAt: clock.now } });
    return WRITTEN;
  });
}

async function findOwnPreset(tx: Transaction, id: string, actor: SignedIn) {
  const preset = await tx.chartPreset.findUnique({ where: { id }, omit: { logo: true } });
  if (preset === null || !canUsePreset(actor, preset)) return reject({ kind: "not-found" });
  return canWritePreset(actor, preset) ? preset : reject({ kind: "forbidden" });
}

export function renameChartPreset(
  { id, name }: z.output<typeof presetRenamingSchema>,
  context: Context,
): Promise<Result<null>> {
  return mutate("signed-in", context, async ({ tx, actor }) => {
    const { departmentId } = await findOwnPreset(tx, id, actor);
    await checkName(tx, departmentId, name, id);
    await tx.chartPreset.update({ where: { id }, data: { name } });
    return WRITTEN;
  });
}

/** Figures that use its logo are drawn without it, unless another preset has the same. */
export function deleteChartPreset({ id }: { readonly id: string }, context: Context): Promise<Result<null>> {
  return mutate("signed-in", context, async ({ tx, actor }) => {
    await findOwnPreset(tx, id, actor);
    await tx.chartPreset.delete({ where: { id } });
    return WRITTEN;
  });
}
