// What an import of a task table knows of earlier imports of its rows.
import "server-only";
import { createHash } from "node:crypto";
import type { ExistingTarget } from "@/lib/imports/existing-targets";
import type { NewTarget } from "@/lib/schemas/new-target";
import type { Transaction } from "@/lib/server/db/client";
import { listExistingTargets } from "./draft-facts";

/** Of what a row says. The code and the place of the row (the first line of the note) are not part of it. */
export function fingerprintOf({ code: _code, note, ...input }: NewTarget): string {
  const rest = note.split("\n").slice(1);
  return createHash("sha256")
    .update(JSON.stringify([input, rest]))
    .digest("hex");
}

interface Imported {
  readonly fingerprint: string | null;
  readonly isEdited: boolean;
}

/** By the id of the draft: its last import, and whether a person has changed it since. */
async function readImports(
  database: Pick<Transaction, "event">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Imported>> {
  const events = await database.event.findMany({
    where: { entity: "target", entityId: { in: [...ids] } },
    orderBy: { sequence: "asc" },
    select: { entityId: true, after: true },
  });
  const imports = new Map<string, Imported>();
  for (const { entityId, after } of events) {
    const mark = (after as { importFingerprint?: unknown } | null)?.importFingerprint;
    const fingerprint = typeof mark === "string" ? mark : (imports.get(entityId)?.fingerprint ?? null);
    imports.set(entityId, { fingerprint, isEdited: typeof mark !== "string" });
  }
  return imports;
}

/** Every target, the drafts with their last import. */
export async function listImportedTargets(
  database: Pick<Transaction, "target" | "event">,
): Promise<readonly ExistingTarget[]> {
  const [existing, drafts] = await Promise.all([
    listExistingTargets(database),
    database.target.findMany({ where: { state: "draft" }, select: { id: true, code: true, note: true } }),
  ]);
  const imports = await readImports(
    database,
    drafts.map(({ id }) => id),
  );
  const byCode = new Map(drafts.map((draft) => [draft.code, draft]));
  return existing.map((one): ExistingTarget => {
    const draft = byCode.get(one.code);
    if (draft === undefined) return one;
    const { fingerprint = null, isEdited = true } = imports.get(draft.id) ?? {};
    return { ...one, draft: { fingerprint, isEdited, source: draft.note.split("\n")[0] ?? "" } };
  });
}
