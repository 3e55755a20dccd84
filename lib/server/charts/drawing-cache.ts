// Pictures kept by what is in them: the same chart at the same size is drawn once, also for two who ask at once.
import "server-only";
import { createReadCache } from "@/lib/server/cache/read-cache";

type Drawn = string | Uint8Array;
type Draw = () => Promise<Drawn>;

const MAX_CACHED_BYTES = 32 * 1024 * 1024;

const pictures = createReadCache<Drawn>({
  maxSize: MAX_CACHED_BYTES,
  sizeCalculation: (drawn, fingerprint) => drawn.length + fingerprint.length,
});

/**
 * What `draw` makes, from memory where it has been made before. A failed drawing is not kept.
 * @param fingerprint everything the picture depends on.
 */
export async function cacheDrawing(fingerprint: string, draw: Draw): Promise<Drawn> {
  return (await pictures(fingerprint, draw)) ?? draw();
}
