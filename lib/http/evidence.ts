// Evidence files over HTTP: upload to a draft, remove, download.
import "server-only";
import { can, canReadEvidence, type Scope } from "@/lib/domain/permissions/can";
import { VISIBILITIES } from "@/lib/domain/targets/types";
import { visibilitySchema } from "@/lib/schemas/visibility";
import { type Context, getContext } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { isUuid, oneOf } from "@/lib/server/db/columns";
import type { Prisma } from "@/lib/server/db/generated/client";
import { addEvidence, removeEvidence, type SavedFile } from "@/lib/server/evidence/mutations";
import { openStored } from "@/lib/server/files/storage";
import type { Result } from "@/lib/server/mutation";
import { SUPPORTING, toTargetScope } from "@/lib/server/targets/rows";
import { getStateAt } from "@/lib/server/updates/state-at";
import { isCrossSite } from "./cross-site";
import { contentDisposition } from "./disposition";
import { guarded } from "./guard";
import { missingFile } from "./missing-file";
import { readMultipartForm, refused } from "./multipart-form";
import { problem } from "./respond";

interface WithId {
  readonly params: Promise<{ id: string }>;
}

function respond(outcome: Result<SavedFile>, status: number): Response {
  if (!outcome.ok) return refused(outcome.error);
  return Response.json(outcome.value, { status, headers: { "cache-control": "no-store" } });
}

/** POST /updates/{id}/evidence: a form with one `file`, and its `visibility` unless it is internal. */
export const postEvidence = guarded(async (request: Request, { params }: WithId) => {
  const [{ id }, context] = await Promise.all([params, getContext()]);
  if (isCrossSite(request)) return problem(403);
  if (context.actor.kind === "visitor") return problem(401);
  if (!isUuid(id)) return problem(404);
  const form = await readMultipartForm(request);
  if (form instanceof Response) return form;
  const file = form.get("file");
  if (!(file instanceof File)) return problem(400, undefined, [{ name: "file", message: "required" }]);
  const visibility = visibilitySchema.safeParse(form.get("visibility") ?? "internal");
  if (!visibility.success) return problem(400, undefined, [{ name: "visibility", message: "unknown" }]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return respond(await addEvidence(id, file.name, bytes, context, visibility.data), 201);
});

/** DELETE /evidence/{id} */
export const deleteEvidence = guarded(async (request: Request, { params }: WithId) => {
  const [{ id }, context] = await Promise.all([params, getContext()]);
  if (isCrossSite(request)) return problem(403);
  if (context.actor.kind === "visitor") return problem(401);
  return isUuid(id) ? respond(await removeEvidence(id, context), 200) : problem(404);
});

const ITS_TARGET = {
  target: { include: SUPPORTING },
} as const satisfies Prisma.UpdateInclude & Prisma.TargetCommentInclude;

/** The file, for users who can read its report or comment as known on the context's day. */
async function readableFile(id: string, { actor, clock }: Context) {
  const file = await db.evidenceFile.findUnique({
    where: { id },
    include: { update: { include: ITS_TARGET }, comment: { include: ITS_TARGET } },
  });
  const about = file?.update ?? file?.comment;
  if (file === null || about === null || about === undefined) return null;
  const supporting = about.target.supporting.map((one) => one.department.slug);
  const scope: Scope = { target: { ...toTargetScope(about.target), supporting } };
  if (file.update === null) {
    return file.uploadedAt <= clock.knownUntil && can(actor, "comment.read", scope) ? file : null;
  }
  const known = getStateAt(file.update, clock.knownUntil);
  const isShown = known === "approved" || known === "superseded";
  const mayRead = isShown
    ? canReadEvidence(actor, scope, oneOf(VISIBILITIES, file.visibility))
    : can(actor, "update.read-unapproved", scope);
  return mayRead ? file : null;
}

/** GET /evidence/{id}: always a download, never a page of this origin. */
export const getEvidence = guarded(async (request: Request, { params }: WithId) => {
  const [{ id }, context] = await Promise.all([params, getContext()]);
  const file = isUuid(id) ? await readableFile(id, context) : null;
  if (file === null) return problem(404);
  const [stem, ending] = [file.name.replace(/\.[^.]*$/, ""), file.name.split(".").at(-1) ?? "bin"];
  const headers = {
    "content-type": file.contentType,
    "content-length": String(file.size),
    "content-disposition": contentDisposition("attachment", stem, "evidence", ending),
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  };
  const content = await openStored(file.storageKey);
  if (content === null) return missingFile(request);
  return new Response(request.method === "HEAD" ? null : content, { headers });
});
