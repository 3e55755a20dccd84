// Size and time of the overview and a page of the API with the number of targets of a city.
import { step } from "../scripts/launcher/console.mjs";
import { inRoot } from "../scripts/launcher/paths.mjs";
import { runNodeQuietly } from "../scripts/launcher/processes.mjs";
import { read, timeInTurns } from "./measure.mjs";
import { SUPERVISOR, signIn } from "./sign-in.mjs";

const TARGETS = 5640;
const LARGEST_OVERVIEW_KIB = 150;
const PAGE = "/api/v1/targets?limit=50&sort=code";

/** A hand-written query for the data of an API page. */
const PLAIN = `SELECT s.*, t.*, m.name, m.unit, m.kind, d.slug, d.name, q.text
  FROM standing_on('2023-09-30', '2023-09-30T15:59:59.999Z') s JOIN target t ON t.id = s.target_id
  JOIN metric m ON m.id = t.metric_id JOIN department d ON d.id = s.owner_id LEFT JOIN quote q ON q.id = t.quote_id
  WHERE t.visibility = 'public' AND t.issued_at <= '2023-09-30T15:59:59.999Z' ORDER BY t.code LIMIT 51`;

async function fill(data) {
  const env = { ...process.env, GUATU_DATA: data, GUATU_MODE: "demo", DATABASE_URL: "" };
  const args = [inRoot("bench/many-targets.ts"), String(TARGETS)];
  await runNodeQuietly("filling the database", args, 300_000, { typescript: true, env });
}

export async function measureMany(product, browser, data, add) {
  const { embeddedUrl } = await import("../lib/server/db/engine/data-folder.ts");
  const { openClient } = await import("../lib/server/db/connection.ts");
  const headers = { cookie: await signIn(browser, product, SUPERVISOR) };
  const overview = { overview: () => read(`${product}/`, headers) };
  const few = await timeInTurns(overview, { warm: 5, rounds: 20 });
  await step(`filling up to ${TARGETS} targets`, () => fill(data));
  const many = await timeInTurns(overview, { warm: 5, rounds: 20 });
  const size = (await read(`${product}/`, headers)).byteLength / 1024;
  add(`HTML of the overview of ${TARGETS} targets, signed in`, size, "KiB", LARGEST_OVERVIEW_KIB, 1);
  add(`server time of the overview of ${TARGETS} targets, against a few targets`, many.overview, "ms", few.overview, 4);
  const client = await openClient(embeddedUrl(data));
  const works = { json: () => read(product + PAGE, headers), plain: () => client.query(PLAIN) };
  const times = await timeInTurns(works, { warm: 5, rounds: 30 }).finally(() => client.end());
  add("JSON page of 50 targets, against a plain query of its rows", times.json, "ms", times.plain, 3);
}
