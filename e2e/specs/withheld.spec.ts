// A target that visitors have read is made internal: no cache of the server returns it to them afterwards.
import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, test } from "@playwright/test";
import sharp from "sharp";
import { signedIn, wordsOf } from "@/e2e/callers";
import { inDatabase, rebuildStandings } from "@/e2e/embedded";
import { fieldsOf, raise } from "@/e2e/sign-in";

test.describe.configure({ mode: "serial" });

const CODE = "NT-M11";
const FILES = ["svg", "png", "pdf", "csv", "xlsx"] as const;
const OTHER = "NT-M10";
const EARLIER = "asOf=2023-08-31";

/** URLs of the target: 404 once it is internal. */
const OF_TARGET = [
  `/targets/${CODE}`,
  `/targets/${CODE}?${EARLIER}`,
  `/targets/${CODE}/package.zip`,
  `/api/v1/targets/${CODE}`,
  `/embed/targets/${CODE}`,
  `/embed/targets/${CODE}?${EARLIER}`,
  `/embed/comparison?targets=${OTHER},${CODE}`,
  `/studio?targets=${CODE}`,
  ...FILES.flatMap((format) => [
    `/targets/${CODE}/chart.${format}`,
    `/targets/${CODE}/chart.${format}?${EARLIER}&lang=en`,
    `/comparison/chart.${format}?targets=${OTHER},${CODE}`,
  ]),
];

/** URLs that show it among others: still available, without it. */
const AMONG_OTHERS = [
  "/",
  "/targets",
  "/targets?limit=200",
  `/targets?q=${CODE}`,
  "/departments/haimen",
  "/sources/nantong-daily-321",
  "/targets/export.csv",
  "/targets/export.xlsx",
  "/targets/charts.zip?department=haimen",
  "/api/v1/targets?limit=200",
  "/api/v1/departments",
  "/wall",
  "/embed/departments/haimen",
  "/embed/overview",
  ...FILES.flatMap((format) => [`/departments/haimen/chart.${format}`, `/chart.${format}`]),
];

/** Next's image optimizer, which the app does not use. */
const OPTIMIZED = [`/targets/${CODE}/chart.png`, "/chart.png", "/icon.svg"].map(
  (path) => `/_next/image?url=${encodeURIComponent(path)}&w=640&q=75`,
);

let visitor: APIRequestContext;
let supervisor: APIRequestContext;
let title = "";
const made = { file: "", bulletin: "" };

interface Read {
  readonly status: number;
  readonly etag: string | undefined;
  readonly says: boolean;
  readonly bytes: string;
}

async function read(path: string, etag?: string): Promise<Read> {
  const headers: Record<string, string> = etag === undefined ? {} : { "if-none-match": etag };
  const answer = await visitor.get(path, { headers, maxRedirects: 0 });
  const control = answer.headers()["cache-control"] ?? "none";
  expect.soft(control, `cache-control of ${path}`).toMatch(/no-store|no-cache/);
  const body = await answer.body();
  const text = answer.status() === 200 ? ((await wordsOf(answer)) ?? "") : "";
  // A response may repeat the search term, and the source page shows its sentences to everyone.
  const named = path.includes(`q=${CODE}`) ? [title] : path.startsWith("/sources/") ? [CODE] : [CODE, title];
  const isNamed = named.some((one) => text.includes(one));
  return { status: answer.status(), etag: answer.headers().etag, says: isNamed, bytes: body.toString("base64") };
}

async function setVisibility(baseURL: string): Promise<void> {
  const path = `/targets/${CODE}/visibility`;
  const form = fieldsOf(await (await supervisor.get(path)).text(), 'name="from"');
  const sent = { multipart: { ...form, reason: "as decided" }, maxRedirects: 0, headers: { origin: baseURL } };
  expect((await supervisor.post(path, sent)).status()).toBeLessThan(400);
}

/** An approved report with a file, for all users who can read the target. */
async function addFile(): Promise<string> {
  const reporter = await signedIn("reporter elsewhere", test.info().project.use.baseURL ?? "");
  const id = randomUUID();
  const author = "demo-haimen-reporter";
  await inDatabase((client) =>
    client.query(
      `INSERT INTO progress_update (id, target_id, as_of, note, state, author_id, request_key, created_at)
       SELECT $1, id, '2023-09-19', 'with a file', 'draft', $2, $3, '2023-09-20T09:00:00+08:00' FROM target WHERE code = $4`,
      [id, author, randomUUID(), CODE],
    ),
  );
  const buffer = await sharp({ create: { width: 4, height: 4, channels: 3, background: "blue" } })
    .png()
    .toBuffer();
  const file = { name: "a.png", mimeType: "image/png", buffer };
  const answer = await reporter.post(`/updates/${id}/evidence`, { multipart: { file, visibility: "public" } });
  expect(answer.status(), await answer.text()).toBe(201);
  const { fileId } = await answer.json();
  await inDatabase(async (client) => {
    const submitted = "state = 'submitted', submitted_at = '2023-09-21T09:00:00+08:00'";
    await client.query(`UPDATE progress_update SET ${submitted} WHERE id = $1`, [id]);
    const approved =
      "state = 'approved', reviewer_id = 'demo-haimen-reviewer', decided_at = '2023-09-22T09:00:00+08:00'";
    await client.query(`UPDATE progress_update SET ${approved} WHERE id = $1`, [id]);
  });
  await reporter.dispose();
  return fileId;
}

/** A published bulletin about public targets of the district. */
async function addBulletin(baseURL: string): Promise<string> {
  const form = fieldsOf(await (await supervisor.get("/bulletins")).text(), 'name="cutOffOn"');
  const typed = { month: "2023-07", cutOffOn: "2023-08-31", template: "monthly", departments: "haimen" };
  const sent = { multipart: { ...form, ...typed }, maxRedirects: 0, headers: { origin: baseURL } };
  const answer = await supervisor.post("/bulletins", sent);
  const id = /[0-9a-f-]{36}$/.exec(answer.headers().location ?? "")?.[0] ?? raise("no bulletin was created");
  await inDatabase(async (client) => {
    const signed = "state = 'signed', number = 1902, signer_id = 'demo-supervisor', signed_at = created_at";
    await client.query(`UPDATE bulletin SET ${signed} WHERE id = $1`, [id]);
    await client.query("UPDATE bulletin SET state = 'published', published_at = created_at WHERE id = $1", [id]);
  });
  return id;
}

test.beforeAll(async ({ baseURL }) => {
  test.setTimeout(120_000);
  visitor = await signedIn("visitor", baseURL ?? "");
  supervisor = await signedIn("supervisor", baseURL ?? "");
  title = (await (await visitor.get(`/api/v1/targets/${CODE}`)).json()).title;
  made.file = await addFile();
  made.bulletin = await addBulletin(baseURL ?? "");
});

test.afterAll(async () => {
  // Standings of reports that were approved directly.
  rebuildStandings();
  await visitor.dispose();
  await supervisor.dispose();
});

test("no response to a visitor contains a target made internal, even if it was cached @desk", async ({ baseURL }) => {
  test.setTimeout(300_000);
  const gone = [
    ...OF_TARGET,
    `/bulletins/${made.bulletin}`,
    `/bulletins/${made.bulletin}/files`,
    `/evidence/${made.file}`,
  ];
  const before = new Map<string, Read>();
  for (const path of [...gone, ...AMONG_OTHERS, "/bulletins"]) {
    // Twice, so that every cache is filled.
    await read(path);
    before.set(path, await read(path));
    expect.soft(before.get(path)?.status, path).toBe(200);
  }
  for (const path of ["/targets", `/targets?q=${CODE}`, "/departments/haimen", "/targets/export.xlsx", "/wall"]) {
    expect.soft(before.get(path)?.says, `${path} shows it while it is public`).toBe(true);
  }
  for (const path of OPTIMIZED) expect.soft((await visitor.get(path)).status(), path).toBe(404);

  await setVisibility(baseURL ?? "");
  try {
    for (const path of gone) {
      expect.soft((await read(path)).status, path).toBe(404);
      expect.soft((await read(path, before.get(path)?.etag ?? "*")).status, `${path}, revalidated`).toBe(404);
    }
    for (const path of AMONG_OTHERS) {
      const after = await read(path, before.get(path)?.etag);
      expect.soft(after, path).toMatchObject({ status: 200, says: false });
      expect.soft(after.bytes === before.get(path)?.bytes, `${path} as it was`).toBe(false);
    }
    expect
      .soft((await (await visitor.get("/bulletins")).text()).includes(made.bulletin), "list of bulletins")
      .toBe(false);
    for (const path of OPTIMIZED) expect.soft((await visitor.get(path)).status(), path).toBe(404);
  } finally {
    await setVisibility(baseURL ?? "");
  }
  expect((await read(`/targets/${CODE}`)).status).toBe(200);
});
