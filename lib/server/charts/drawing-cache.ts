// Caches pictures by content: the same chart at the same size is drawn once, also for concurrent requests.
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
 * The result of `draw`, from the cache if possible. A failed drawing is not cached.
 * @param fingerprint everything that the picture depends on.
 */
export async function cacheDrawing(fingerprint: string, draw: Draw): Promise<Drawn> {
  return (await pictures(fingerprint, draw)) ?? draw();
}
