// A report submitted through the API: the same write as the form's, with JSON responses.
import "server-only";
import { createHash } from "node:crypto";
import { isCrossSite } from "@/lib/http/cross-site";
import { guarded } from "@/lib/http/guard";
import { fieldErrors } from "@/lib/http/query";
import { problem } from "@/lib/http/respond";
import { type UpdateBody, type UpdateCreatedJson, updateBodySchema } from "@/lib/schemas/api-reports";
import type { UpdateInput } from "@/lib/schemas/update";
import { getContext } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import type { MutationError } from "@/lib/server/mutation";
import { submitUpdate } from "@/lib/server/updates/mutations";

interface OfTarget {
  readonly params: Promise<{ readonly code: string }>;
}

const BODY_LIMIT_BYTES = 64 * 1024;
const KEY = /^[\x21-\x7e]{1,60}$/;

/** Null if it is longer than the limit; the rest is not read. */
async function readText({ body }: Request): Promise<string | null> {
  if (body === null) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > BODY_LIMIT_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** One key per sender, target and header: the same header on another target is another report. */
function requestKeyOf(userId: string, code: string, key: string): string {
  return createHash("sha256")
    .update(JSON.stringify([userId, code, key]))
    .digest("hex");
}

async function readBody(request: Request): Promise<UpdateBody | Response> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) return problem(415);
  const text = await readText(request);
  if (text === null) return problem(413);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problem(400, "The request body is not valid JSON");
  }
  const body = updateBodySchema.safeParse(json);
  return body.success ? body.data : problem(422, undefined, fieldErrors(body.error));
}

/** The error for a wrong unit names the expected one. */
async function withUnit(name: string, message: string, code: string): Promise<{ name: string; message: string }> {
  if (message !== "wrong-unit") return { name, message };
  const target = await db.target.findUnique({
    where: { code },
    select: { metric: { select: { unit: true, unitEn: true } } },
  });
  const { unit = "", unitEn = null } = target?.metric ?? {};
  return { name, message: `${message}: expected ${unit}${unitEn === null ? "" : ` or ${unitEn}`}` };
}

async function refused(error: MutationError, code: string): Promise<Response> {
  switch (error.kind) {
    case "not-found":
      return problem(404, `Target ${code} not found`);
    case "forbidden":
      return problem(403, `This account may not report on ${code}`);
    case "conflict":
      return problem(409, error.why);
    case "invalid":
      return problem(
        422,
        undefined,
        await Promise.all(Object.entries(error.errors).map(([name, message]) => withUnit(name, message, code))),
      );
  }
}

/**
 * POST /api/v1/targets/{code}/updates submits a report for review: 201, or 200 if the same Idempotency-Key has already
 * submitted it; 401 without a session, 403 without the permission or from another origin, 404, 409 for a conflict, 422.
 */
export const postReport = guarded(async (request: Request, { params }: OfTarget) => {
  const { code } = await params;
  if (isCrossSite(request)) return problem(403, "Requests from another origin are rejected");
  const context = await getContext();
  if (context.actor.kind === "visitor") return problem(401);
  const key = request.headers.get("idempotency-key") ?? crypto.randomUUID();
  if (!KEY.test(key)) return problem(400, "Idempotency-Key must have 1 to 60 visible ASCII characters");
  const body = await readBody(request);
  if (body instanceof Response) return body;
  const { supersedes, ...fields } = body;
  const input: UpdateInput = {
    ...fields,
    supersedesId: supersedes,
    requestKey: requestKeyOf(context.actor.userId, code, key),
  };
  const outcome = await submitUpdate(code, input, context);
  if (!outcome.ok) return refused(outcome.error, code);
  const { updateId, version, isRepeat } = outcome.value;
  const made: UpdateCreatedJson = { id: updateId, version };
  return Response.json(made, { status: isRepeat ? 200 : 201, headers: { "cache-control": "no-store" } });
});
