// Reads of the presets of the chart studio and their logos.
import "server-only";
import type { ChartLogo } from "@/lib/charts/model/chart-model";
import { canUsePreset, canWritePreset } from "@/lib/domain/permissions/presets";
import type { Context } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { ChartPreset, ChartPresets } from "@/lib/views/chart-preset";

/** Null for a visitor, who has no presets. */
export async function listChartPresets({ actor }: Context): Promise<ChartPresets | null> {
  if (actor.kind === "visitor") return null;
  const departmentIds = actor.memberships.map(({ departmentId }) => departmentId);
  const department = { select: { slug: true, name: true, nameEn: true } } as const;
  const [rows, own] = await Promise.all([
    db.chartPreset.findMany({
      where: { OR: [{ departmentId: null }, { departmentId: { in: departmentIds } }] },
      omit: { logo: true },
      include: { department },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    db.department.findMany({ where: { id: { in: departmentIds } }, ...department, orderBy: { order: "asc" } }),
  ]);
  const presets = rows
    .filter((row) => canUsePreset(actor, row))
    .map((row): ChartPreset => {
      const { id, name, isShared, options, logoKey } = row;
      return { id, name, isShared, options, logoKey, owner: row.department, canWrite: canWritePreset(actor, row) };
    });
  return { presets, owners: [...own, ...(canWritePreset(actor, { departmentId: null }) ? [null] : [])] };
}

/** The logo of an address, for everyone: the signature of the address is the permission. Null once it is deleted. */
export async function findLogo(logoKey: string): Promise<ChartLogo | null> {
  const row = await db.chartPreset.findFirst({
    where: { logoKey },
    select: { logo: true, logoWidth: true, logoHeight: true },
  });
  if (row === null || row.logo === null || row.logoWidth === null || row.logoHeight === null) return null;
  return { url: `data:image/png;base64,${row.logo}`, width: row.logoWidth, height: row.logoHeight };
}
