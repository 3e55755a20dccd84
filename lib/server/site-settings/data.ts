// Settings of the whole site.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import type { Context } from "@/lib/server/context";
import { db, type Transaction } from "@/lib/server/db/client";

export interface SiteSettings {
  /** Visitors see the names of reporters, reviewers and supervisors; otherwise their departments. */
  readonly showsNames: boolean;
}

/** The settings in force; without a row, the defaults. */
export async function getSiteSettings(tx: Pick<Transaction, "siteSetting"> = db): Promise<SiteSettings> {
  const row = await tx.siteSetting.findUnique({ where: { id: 1 } });
  return { showsNames: row?.showsNames ?? false };
}

/** For the page of administrators; null for everyone else. */
export async function getSettingsForm({ actor }: Context): Promise<SiteSettings | null> {
  return can(actor, "administration", null) ? getSiteSettings() : null;
}
