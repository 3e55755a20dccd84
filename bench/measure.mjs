// Repeated measures, taken in turn so that what else the machine does falls on all of them alike.
import http from "node:http";

/** The median of a list of numbers. */
export function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Milliseconds of each work, in turns: the medians, by name. */
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

/** Over one open connection. fetch() would add a millisecond of its own to every answer. */
export async function read(url, headers = {}) {
  const response = await new Promise((resolve, reject) => {
    http.get(url, { agent, headers }, resolve).once("error", reject);
  });
  const body = Buffer.concat(await response.toArray());
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  return body;
}

/** Bytes of every script a page names, uncompressed. */
export async function scriptBytes(url) {
  const html = (await read(url)).toString();
  const sources = new Set([...html.matchAll(/<script[^>]* src="([^"]+)"(?![^>]*nomodule)/gi)].map((match) => match[1]));
  if (sources.size === 0) throw new Error(`${url} names no script`);
  const files = await Promise.all([...sources].map((source) => read(new URL(source, url))));
  return files.reduce((sum, file) => sum + file.byteLength, 0);
}
