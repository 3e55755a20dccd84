// Splits a list of ids that grows with the data into batches: a statement takes 32,767 parameters.

const BATCH = 500;

/** The results of `read` for the items, batch by batch, in their order. */
export async function inBatches<T, R>(
  items: readonly T[],
  read: (batch: T[]) => Promise<readonly R[]>,
  size = BATCH,
): Promise<R[]> {
  const found: R[] = [];
  for (let from = 0; from < items.length; from += size) {
    for (const one of await read(items.slice(from, from + size))) found.push(one);
  }
  return found;
}
