// Posts a comment: a form with its text and optional files.
import "server-only";
import { commentSchema } from "@/lib/schemas/comment";
import { fieldErrors } from "@/lib/schemas/form-fields";
import { assertMayComment, writeComment } from "@/lib/server/comments/mutations";
import { getContext } from "@/lib/server/context";
import type { SentFile } from "@/lib/server/evidence/stored";
import { runMutation } from "@/lib/server/mutation";
import { isCrossSite } from "./cross-site";
import { guarded } from "./guard";
import { readMultipartForm, refused } from "./multipart-form";
import { problem } from "./respond";

interface OfTarget {
  readonly params: Promise<{ code: string }>;
}

/** An empty file field sends one file without name and bytes. */
async function filesOf(form: FormData): Promise<SentFile[]> {
  const files = form.getAll("file").filter((one) => one instanceof File && (one.name !== "" || one.size > 0));
  return Promise.all(
    (files as File[]).map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

/** POST /targets/{code}/comments: a form with `body` and any number of `file`. */
export const postComment = guarded(async (request: Request, { params }: OfTarget) => {
  const [{ code }, context] = await Promise.all([params, getContext()]);
  if (isCrossSite(request)) return problem(403);
  if (context.actor.kind === "visitor") return problem(401);
  // The permission is checked before the body is read.
  const allowed = await runMutation(() => assertMayComment(code, context));
  if (!allowed.ok) return refused(allowed.error);
  const form = await readMultipartForm(request);
  if (form instanceof Response) return form;
  const input = commentSchema.safeParse({ code, body: form.get("body") ?? "" });
  if (!input.success) return refused({ kind: "invalid", errors: fieldErrors(input.error) });
  const outcome = await writeComment(input.data, await filesOf(form), context);
  if (!outcome.ok) return refused(outcome.error);
  return Response.json(outcome.value, { status: 201, headers: { "cache-control": "no-store" } });
});
