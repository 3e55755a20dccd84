// For integration tests of route handlers: the page's commitments with the sample year.
import { isoDate } from "@/lib/domain/calendar/iso-date";
import type { SignedIn } from "@/lib/domain/permissions/actor";
import type { Visibility } from "@/lib/domain/targets/types";
import { ensureDemoUsers } from "@/lib/server/auth/demo-users";
import { clockOn } from "@/lib/server/clock";
import { db } from "@/lib/server/db/client";
import { changeVisibility } from "@/lib/server/targets/visibility";
import { loadCommitments } from "@/prisma/seed/commitments";
import { loadSampleProgress } from "@/prisma/seed/sample-progress";
import { loadSaved } from "@/testing/saved-rows";

export async function loadSampleYear(): Promise<void> {
  await loadSaved("sample-year", async (tx) => {
    await loadCommitments(tx);
    await loadSampleProgress(tx);
  });
}

const SUPERVISOR: SignedIn = {
  kind: "user",
  userId: "demo-supervisor",
  name: "supervisor",
  officeRole: "supervisor",
  memberships: [],
};

/** Changed by the supervision office. */
export async function makeVisible(code: string, visibility: Visibility): Promise<void> {
  await db.$transaction((tx) => ensureDemoUsers(tx));
  const context = { actor: SUPERVISOR, clock: clockOn(isoDate("2023-09-30")) };
  const from = visibility === "public" ? "internal" : "public";
  const outcome = await changeVisibility(code, { from, reason: "as the test needs it" }, context);
  if (!outcome.ok) throw new Error(`${code} is not ${from}`);
}
