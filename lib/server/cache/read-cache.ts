// An in-memory cache for frequent concurrent reads. If the cache cannot help, the read is executed, so it never fails a
// request.
import { LRUCache } from "lru-cache";

type Read<V> = () => Promise<V | null>;

/**
 * Wraps `read` with a cache by key; concurrent reads of one key are shared. Null and failed reads are not cached.
 * Callers that waited for a failed read retry on their own.
 * @param limits maximum size and age. Reads in progress do not count.
 */
export function createReadCache<V extends string | object>(limits: LRUCache.Options<string, V, unknown>) {
  const cache = new LRUCache<string, V>(limits);
  const inProgress = new Map<string, Promise<V | null>>();

  async function readAndKeep(key: string, read: Read<V>): Promise<V | null> {
    try {
      const found = await read();
      if (found !== null) keep(key, found);
      return found;
    } finally {
      inProgress.delete(key);
    }
  }

  function keep(key: string, found: V): void {
    try {
      cache.set(key, found);
    } catch (error) {
      console.error("a result could not be cached:", error);
    }
  }

  return async (key: string, read: Read<V>): Promise<V | null> => {
    const found = cache.get(key);
    if (found !== undefined) return found;
    const running = inProgress.get(key);
    if (running !== undefined) return running.catch(read);
    const reading = readAndKeep(key, read);
    inProgress.set(key, reading);
    return reading;
  };
}
