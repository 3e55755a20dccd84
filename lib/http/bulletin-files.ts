// Bulletins over HTTP: the list of files with their progress, and the files themselves.
import "server-only";
import { LANGUAGES } from "@/lib/i18n/languages";
import { FILE_FORMATS } from "@/lib/schemas/bulletin";
import { getBulletin } from "@/lib/server/bulletins/data";
import { BULLETIN_FILES, listCurrentFiles } from "@/lib/server/bulletins/files";
import { getContext } from "@/lib/server/context";
import { db } from "@/lib/server/db/client";
import { isUuid, oneOf } from "@/lib/server/db/columns";
import { respondGenerated } from "./generated-file";
import { guarded } from "./guard";
import { problem } from "./respond";

interface WithId {
  readonly params: Promise<{ id: string }>;
}
interface WithFile {
  readonly params: Promise<{ id: string; file: string }>;
}

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
  const { storageKey, size } = file;
  const plain = `bulletin ${month.slice(0, 7)}`;
  return respondGenerated(request, BULLETIN_FILES, { id: fileId, storageKey, size, format, name, plain });
});
