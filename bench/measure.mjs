// Repeated, alternating measurements, so that other load on the machine affects all of them alike.
import http from "node:http";

/** The median of a list of numbers. */
export function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median milliseconds of each task by name, measured alternately. */
export async function timeInTurns(works, { warm, rounds }) {
  const times = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = -warm; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      await work();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

const agent = new http.Agent({ keepAlive: true });

/** Uses one open connection. fetch() would add about a millisecond to every response. */
export async function read(url, headers = {}) {
  const response = await new Promise((resolve, reject) => {
    http.get(url, { agent, headers }, resolve).once("error", reject);
  });
  const body = Buffer.concat(await response.toArray());
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  return body;
}

/** Uncompressed bytes of all scripts that a page loads; `headers` with the session's cookie for a desk. */
export async function scriptBytes(url, headers) {
  const html = (await read(url, headers)).toString();
  const sources = new Set([...html.matchAll(/<script[^>]* src="([^"]+)"(?![^>]*nomodule)/gi)].map((match) => match[1]));
  if (sources.size === 0) throw new Error(`${url} loads no script`);
  const files = await Promise.all([...sources].map((source) => read(new URL(source, url))));
  return files.reduce((sum, file) => sum + file.byteLength, 0);
}
