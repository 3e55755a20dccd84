// POST /sources/read: the text of an uploaded document, for the form of a new source. Stores nothing.
import "server-only";
import { can } from "@/lib/domain/permissions/can";
import { cleanText } from "@/lib/domain/text/clean-text";
import { readDocument } from "@/lib/imports/documents/read-document";
import { MOST_TEXT } from "@/lib/schemas/source";
import { getContext } from "@/lib/server/context";
import { isCrossSite } from "./cross-site";
import { guarded } from "./guard";
import { readMultipartForm } from "./multipart-form";
import { problem } from "./respond";

const fault = (message: string) => problem(422, undefined, [{ name: "file", message }]);

export const postDocument = guarded(async (request: Request) => {
  const { actor } = await getContext();
  if (isCrossSite(request)) return problem(403);
  if (actor.kind === "visitor") return problem(401);
  if (!can(actor, "target.create", null)) return problem(403);
  const form = await readMultipartForm(request);
  if (form instanceof Response) return form;
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return fault("required");
  const read = await readDocument(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return fault(read.fault);
  const text = cleanText(read.text).trim();
  if (text.length > MOST_TEXT) return fault("document-too-long");
  return Response.json({ text }, { headers: { "cache-control": "no-store" } });
});
