// Results kept in memory for reads that many ask for at once. A cache only saves work: where it cannot help, the read is
// simply done, so it never makes a request fail.
import { LRUCache } from "lru-cache";

type Read<V> = () => Promise<V | null>;

/**
 * A function that gives what `read` gives: from memory where it has been read under this key before, and from the read
 * in progress where somebody else has just asked for the same. Null is not kept. A read that fails is not kept either,
 * and fails nobody else: who waited for it reads for himself.
 * @param limits how much is kept, and for how long. Reads in progress do not count.
 */
export function createReadCache<V extends string | object>(limits: LRUCache.Options<string, V, unknown>) {
  const kept = new LRUCache<string, V>(limits);
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
      kept.set(key, found);
    } catch (error) {
      console.error("a result could not be kept:", error);
    }
  }

  return async (key: string, read: Read<V>): Promise<V | null> => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    const running = inProgress.get(key);
    if (running !== undefined) return running.catch(read);
    const reading = readAndKeep(key, read);
    inProgress.set(key, reading);
    return reading;
  };
}
