// Bulletins over HTTP: the list of files with their progress, and the files themselves.
import "server-only";
import { LANGUAGES } from "@/lib/i18n/languages";
import { FILE_FORMATS, type FileFormat } from "@/lib/schemas/bulletin";
import { getBulletin } from "@/lib/server/bulletins/data";
import { listCurrentFiles } from "@/lib/server/bulletins/files";
import { getContext } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { isUuid, oneOf } from "@/lib/server/db/columns";
import { openStored } from "@/lib/server/files/storage";
import { contentDisposition } from "./disposition";
import { guarded } from "./guard";
import { missingFile } from "./missing-file";
import { problem } from "./respond";

interface WithId {
  readonly params: Promise<{ id: string }>;
}
interface WithFile {
  readonly params: Promise<{ id: string; file: string }>;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const CONTENT_TYPES: Readonly<Record<FileFormat, string>> = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  pdf: "application/pdf",
  zip: "application/zip",
};

/** GET /bulletins/{id}/files */
export const getFileStates = guarded(async (_request: Request, { params }: WithId) => {
  const [{ id }, context] = await Promise.all([params, getContext()]);
  const view = await getBulletin(id, context);
  if (view === null) return problem(404);
  const body = { files: await listCurrentFiles(view) };
  return Response.json(body, { headers: { "cache-control": "no-store" } });
});

/** GET /bulletins/{id}/files/{file} */
export const getBulletinFile = guarded(async (request: Request, { params }: WithFile) => {
  const [{ id, file: fileId }, context] = await Promise.all([params, getContext()]);
  const view = await getBulletin(id, context);
  const file = view !== null && isUuid(fileId) ? await db.bulletinFile.findUnique({ where: { id: fileId } }) : null;
  if (view === null || file === null || file.bulletinId !== id || file.storageKey === null) return problem(404);
  const [format, lang] = [oneOf(FILE_FORMATS, file.format), oneOf(LANGUAGES, file.lang)];
  const { template, month, number } = view.bulletin;
  const name = [template.masthead[lang], month.slice(0, 7), number].filter(Boolean).join(" ");
  const headers = {
    "content-type": CONTENT_TYPES[format],
    "content-length": String(file.size),
    "content-disposition": contentDisposition("attachment", name, `bulletin ${month.slice(0, 7)}`, format),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  };
  const content = await openStored(file.storageKey);
  if (content === null) {
    // Requesting it again generates it again.
    await db.bulletinFile.updateMany({
      where: { id: file.id, state: "ready" },
      data: { state: "failed", failure: "missing", storageKey: null, size: null },
    });
    return missingFile(request);
  }
  return new Response(request.method === "HEAD" ? null : content, { headers });
});
