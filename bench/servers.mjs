// The servers under test: the product on a separate database, and an empty dynamic page.
import { step } from "../scripts/launcher/console.mjs";
import { inRoot } from "../scripts/launcher/paths.mjs";
import { freePort } from "../scripts/launcher/port.mjs";
import { prepareCode } from "../scripts/launcher/prepare.mjs";
import { binOf, runNodeQuietly, startNode } from "../scripts/launcher/processes.mjs";

const START_LIMIT_MS = 3 * 60_000;
const LISTED = 50;

async function answers(url) {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer`);
}

export async function serveEmptyPage() {
  const folder = inRoot("bench/empty-app");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const next = binOf("next", "dist/bin/next");
  await step("building the empty page", () =>
    runNodeQuietly("next build", [next, "build", folder], 10 * 60_000, { env }),
  );
  const port = await freePort();
  startNode([next, "start", folder, "-p", `${port}`, "-H", "127.0.0.1"], { env, stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await answers(url);
  return url;
}

/** @param data an empty folder for the database; the caller removes it. */
export async function serveProduct(data) {
  await prepareCode({ withBuild: true });
  const port = await freePort();
  const env = { ...process.env, PORT: `${port}`, GUATU_DATA: data, GUATU_MODE: "demo", DATABASE_URL: "" };
  startNode([inRoot("scripts/start.mjs")], { env, stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/api/health`);
  await step(`filling the list to ${LISTED} rows`, () => fillList(data, LISTED));
  return url;
}

/** Copies targets with their standings and reports until there are `count`. */
export async function fillList(data, wanted) {
  const { embeddedUrl } = await import("../lib/server/db/engine/data-folder.ts");
  const { openClient } = await import("../lib/server/db/connection.ts");
  const client = await openClient(embeddedUrl(data));
  try {
    const columns = async (table, skip) => {
      const { rows } = await client.query(
        "SELECT column_name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position",
        [table],
      );
      return rows.map((row) => row.column_name).filter((name) => !skip.includes(name));
    };
    const target = await columns("target", ["id", "code"]);
    const standing = await columns("target_standing", ["target_id"]);
    const update = await columns("progress_update", ["id", "target_id", "request_key"]);
    const { rows } = await client.query(
      "SELECT id, code FROM target WHERE code LIKE 'NT-T%' OR code LIKE 'NT-M%' ORDER BY code",
    );
    const { rows: counted } = await client.query("SELECT count(*)::int AS n FROM target");
    for (let made = counted[0].n; made < wanted; made += 1) {
      const source = rows[made % rows.length];
      const { rows: copies } = await client.query(
        `INSERT INTO target (id, code, ${target}) SELECT gen_random_uuid(), $2, ${target} FROM target WHERE id = $1 RETURNING id`,
        [source.id, `${source.code}-${made}`],
      );
      await client.query(
        `INSERT INTO target_standing (target_id, ${standing}) SELECT $2, ${standing} FROM target_standing WHERE target_id = $1`,
        [source.id, copies[0].id],
      );
      await client.query(
        `INSERT INTO progress_update (id, target_id, request_key, ${update}) SELECT gen_random_uuid(), $2, gen_random_uuid(), ${update} FROM progress_update WHERE target_id = $1`,
        [source.id, copies[0].id],
      );
    }
  } finally {
    await client.end();
  }
}
