// Files over HTTP: added to a draft, taken from it, downloaded by who may read the report they prove.
import "server-only";
import { Readable } from "node:stream";
import { MAX_FILE_BYTES } from "@/lib/domain/evidence/file-kinds";
import { can, type Scope } from "@/lib/domain/permissions/can";
import { TARGET_STATES } from "@/lib/domain/targets/types";
import { isCrossSite } from "@/lib/server/api/cross-site";
import { contentDisposition } from "@/lib/server/api/disposition";
import { guarded } from "@/lib/server/api/guard";
import { problem } from "@/lib/server/api/respond";
import { type Context, getContext } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { isUuid, oneOf } from "@/lib/server/db/columns";
import { files } from "@/lib/server/files/storage";
import type { Outcome } from "@/lib/server/refusal";
import { stateAt } from "@/lib/server/updates/known";
import { addEvidence, type KeptFile, removeEvidence } from "./mutations";

/** What a form puts around its file. */
const FORM_BYTES = 64 * 1024;

interface WithId {
  readonly params: Promise<{ id: string }>;
}

const STATUS = { "not-found": 404, forbidden: 403, invalid: 422, conflict: 409 } as const;

function respond(outcome: Outcome<KeptFile>, status: number): Response {
  if (outcome.ok) return Response.json(outcome.value, { status, headers: { "cache-control": "no-store" } });
  const { refusal } = outcome;
  const errors = refusal.kind === "invalid" ? Object.entries(refusal.errors) : [];
  return problem(
    STATUS[refusal.kind],
    undefined,
    errors.map(([name, message]) => ({ name, message })),
  );
}

/** POST /updates/{id}/evidence: a form with one `file`. */
export const postEvidence = guarded(async (request: Request, { params }: WithId) => {
  const [{ id }, context] = await Promise.all([params, getContext()]);
  if (isCrossSite(request)) return problem(403);
  if (context.actor.kind === "visitor") return problem(401);
  if (!isUuid(id)) return problem(404);
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  const tooLarge = [{ name: "file", message: "too-large" }];
  if (!Number.isFinite(length)) return problem(400, "Content-Length is needed");
  if (length > MAX_FILE_BYTES + FORM_BYTES) return problem(413, undefined, tooLarge);
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File)) return problem(400, undefined, [{ name: "file", message: "required" }]);
  return respond(await addEvidence(id, file.name, new Uint8Array(await file.arrayBuffer()), context), 201);
});

/** DELETE /evidence/{id} */
export const deleteEvidence = guarded(async (request: Request, { params }: WithId) => {
  const [{ id }, context] = await Promise.all([params, getContext()]);
  if (isCrossSite(request)) return problem(403);
  if (context.actor.kind === "visitor") return problem(401);
  return isUuid(id) ? respond(await removeEvidence(id, context), 200) : problem(404);
});

async function readableFile(id: string, { actor, clock }: Context) {
  const file = await db.evidenceFile.findUnique({ where: { id }, include: { update: { include: { target: true } } } });
  if (file === null) return null;
  const { target } = file.update;
  const scope: Scope = {
    target: {
      ownerId: target.ownerId,
      visibility: oneOf(["public", "internal"], target.visibility),
      state: oneOf(TARGET_STATES, target.state),
    },
  };
  const state = stateAt(file.update, clock.knownUntil);
  const isShown = state === "approved" || state === "superseded";
  return can(actor, isShown ? "target.read" : "update.read-unapproved", scope) ? file : null;
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
  if (request.method === "HEAD") return new Response(null, { headers });
  return new Response(Readable.toWeb(await files().read(file.storageKey)) as ReadableStream, { headers });
});
