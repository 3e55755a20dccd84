import "server-only";
import { administer } from "@/lib/server/admin/administer";
import type { Context } from "@/lib/server/context";
import { type Result, reject } from "@/lib/server/mutation";
import { getSiteSettings, type SiteSettings } from "./data";

/** Changes the settings of the site. Rejects a form without changes. */
export function changeSiteSettings({ showsNames }: SiteSettings, context: Context): Promise<Result<null>> {
  return administer(context, async (tx) => {
    const before = await getSiteSettings(tx);
    if (before.showsNames === showsNames) reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    await tx.siteSetting.upsert({ where: { id: 1 }, create: { id: 1, showsNames }, update: { showsNames } });
    return { action: "settings.changed", id: "1", before: { ...before }, after: { showsNames } };
  });
}
