// Adds a document: its text as paragraphs, and what the recogniser proposes from it.
import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { canReadSource } from "@/lib/domain/permissions/can";
import type { Visibility } from "@/lib/domain/targets/types";
import { proposeFrom } from "@/lib/imports/proposals/propose";
import type { NewSource } from "@/lib/schemas/source";
import type { Context } from "@/lib/server/context";
import { dayColumn } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { listNamedDepartments } from "@/lib/server/departments/named-departments";
import { mutate, type Result, reject } from "@/lib/server/mutation";
import { searchQuotesOf } from "@/lib/server/targets/search-text";

/** The paragraphs of a text, separated by a blank line. */
function bodyOf(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n\n");
}

const BATCH = 500;

/** Internal until a supervisor makes it public. Rejects a text that is there already. */
export function createSource(input: NewSource, context: Context): Promise<Result<{ id: string }>> {
  return mutate("target.create", context, async ({ tx }) => {
    const { title, publisher, address } = input;
    const body = bodyOf(input.text);
    const textHash = createHash("sha256").update(body).digest("hex");
    if ((await tx.source.count({ where: { textHash } })) > 0)
      reject({ kind: "invalid", errors: { text: "document-there" } });
    const publishedOn = isoDate(input.publishedOn);
    const year = Number(publishedOn.slice(0, 4));
    const id = randomUUID();
    await tx.source.create({
      data: {
        id,
        title,
        titleEn: title,
        publisher,
        publisherEn: publisher,
        issue: "",
        issueEn: "",
        year,
        publishedOn: dayColumn(publishedOn),
        address,
        textHash,
        sections: { create: { key: "text", order: 0, office: publisher, officeEn: publisher, body } },
      },
    });
    const found = proposeFrom(body, { departments: await listNamedDepartments(tx), year });
    const ids = found.map(() => randomUUID());
    const rows = found.map(({ startsAt, endsAt, fields, words, mergedInto, mergedAs }, index) => ({
      id: ids[index] ?? randomUUID(),
      sourceId: id,
      startsAt,
      endsAt,
      origin: "read",
      state: mergedInto === null ? "open" : "merged",
      mergedIntoId: mergedInto === null ? null : (ids[mergedInto] ?? null),
      mergedAs,
      fields: fields satisfies Prisma.InputJsonObject,
      words: words.map((word) => ({ ...word })),
    }));
    // Those that are not merged first: the others refer to them.
    const ordered = [
      ...rows.filter((row) => row.mergedIntoId === null),
      ...rows.filter((row) => row.mergedIntoId !== null),
    ];
    for (let from = 0; from < ordered.length; from += BATCH) {
      await tx.proposal.createMany({ data: ordered.slice(from, from + BATCH) });
    }
    const after = { title, publisher, publishedOn, address, visibility: "internal" };
    return { result: { id }, events: [{ action: "source.created", id, before: null, after }] };
  });
}

/** Shows a document to the public, or withdraws it; its quotes follow. */
export function changeSourceVisibility(id: string, visibility: Visibility, context: Context): Promise<Result<null>> {
  return mutate("target.create", context, async ({ tx }) => {
    const source = await tx.source.findUnique({ where: { id }, select: { visibility: true } });
    if (source === null || !canReadSource(context.actor, { visibility: "internal" }))
      return reject({ kind: "not-found" });
    if (source.visibility === visibility) reject({ kind: "invalid", errors: { form: "nothing-changed" } });
    await tx.source.update({ where: { id }, data: { visibility } });
    await searchQuotesOf(tx, id, visibility === "public");
    const before = { visibility: source.visibility };
    return { result: null, events: [{ action: "source.visibility-changed", id, before, after: { visibility } }] };
  });
}
