// The files of chart collections that the worker process generates: their state and their download.
import "server-only";
import { COLLECTION_FORMATS } from "@/lib/schemas/chart-collection";
import { getCollectionFile, getCollectionFileState, isReadableFile } from "@/lib/server/chart-collections/data";
import { COLLECTION_FILES } from "@/lib/server/chart-collections/files";
import { getContext } from "@/lib/server/context";
import { dayOf, oneOf } from "@/lib/server/db/columns";
import { respondGenerated } from "./generated-file";
import { guarded } from "./guard";
import { problem } from "./respond";

interface WithFile {
  readonly params: Promise<{ file: string }>;
}

/** GET /targets/charts/files/{file}/state */
export const getCollectionState = guarded(async (_request: Request, { params }: WithFile) => {
  const [{ file: fileId }, context] = await Promise.all([params, getContext()]);
  const file = await getCollectionFileState(fileId, context);
  if (file === null) return problem(404);
  return Response.json(file, { headers: { "cache-control": "no-store" } });
});

/** GET /targets/charts/files/{file}: not found as well if the reader has lost access to one of its targets. */
export const downloadCollection = guarded(async (request: Request, { params }: WithFile) => {
  const [{ file: fileId }, context] = await Promise.all([params, getContext()]);
  const file = await getCollectionFile(fileId, context);
  if (file === null || file.storageKey === null || !(await isReadableFile(file, context))) return problem(404);
  const day = dayOf(file.viewedOn);
  return respondGenerated(request, COLLECTION_FILES, {
    id: file.id,
    storageKey: file.storageKey,
    size: file.size,
    format: oneOf(COLLECTION_FORMATS, file.format),
    name: `${file.title} ${day}`,
    plain: `charts ${day}`,
  });
});
