// Requests every route as every role over HTTP, and searches every response for unapproved and internal data.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import sharp from "sharp";
import {
  ACCOUNTS,
  type Answer,
  HIDDEN,
  HIDDEN_DRAFT,
  PUBLIC,
  PUBLIC_DRAFT,
  ROLES,
  ROWS,
  type Role,
  type Row,
  routesOfApp,
} from "@/e2e/access-table";
import { signedIn, wordsOf } from "@/e2e/callers";
import { inDatabase, rebuildStandings } from "@/e2e/embedded";
import { word } from "@/e2e/fixtures";
import { fieldsOf, raise } from "@/e2e/sign-in";

test.describe.configure({ mode: "serial" });

const NOT_ALLOWED = `>${word("zh-CN", "auth.notAllowed")}</h1>`;
/** Unique marker words: a response that contains one exposes the data it belongs to. */
const MARKS = {
  hiddenTitle: "内部目标甲乙丙",
  draftTitle: "内部草案丁戊己",
  publicDraftTitle: "公开草案辰巳午",
  publicDraft: "未提交的话庚辛",
  publicSubmitted: "未审核的话壬癸",
  hiddenSubmitted: "内部未审核子丑",
  hiddenValue: "377.125",
  comment: "配合单位的话寅卯",
} as const;
const UNAPPROVED = [MARKS.publicDraft, MARKS.publicSubmitted, MARKS.comment];
/** Markers of targets that are not issued: only for their department and the office, whatever the visibility. */
const UNISSUED = [HIDDEN_DRAFT, MARKS.draftTitle, PUBLIC_DRAFT, MARKS.publicDraftTitle];
const INTERNAL = [HIDDEN, MARKS.hiddenTitle, MARKS.hiddenSubmitted, MARKS.hiddenValue, ...UNISSUED];
const CALENDARS: Partial<Record<Role, string>> = {
  reader: randomBytes(32).toString("base64url"),
  reporter: randomBytes(32).toString("base64url"),
  "reporter elsewhere": randomBytes(32).toString("base64url"),
};

const callers = new Map<Role, APIRequestContext>();
const made = {
  draft: "",
  hiddenDraft: "",
  submitted: "",
  file: "",
  hiddenFile: "",
  commentFile: "",
  bulletin: "",
  bulletinFile: "",
  ownCollection: "",
  sharedCollection: "",
  hiddenCollection: "",
};
let picture: Buffer;

function by(role: Role): APIRequestContext {
  return callers.get(role) ?? raise(`${role} has not signed in`);
}

/** Three targets of the school with the quote of a public one: an internal target and two drafts. */
async function addHiddenTargets(): Promise<void> {
  await inDatabase(async (client) => {
    for (const [code, title, state, visibility] of [
      [HIDDEN, MARKS.hiddenTitle, "received", "internal"],
      [HIDDEN_DRAFT, MARKS.draftTitle, "draft", "internal"],
      [PUBLIC_DRAFT, MARKS.publicDraftTitle, "draft", "public"],
    ]) {
      await client.query(
        `INSERT INTO target SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
           'code', $1::text, 'title', $2::text, 'title_en', $2::text, 'visibility', $4::text, 'state', $3::text,
           'owner_id', d.id, 'search_text', lower($1::text || ' ' || $2::text)))).*
         FROM target t, department d WHERE t.code = 'NT-T02' AND d.slug = 'school'`,
        [code, title, state, visibility],
      );
    }
  });
  rebuildStandings();
}

/** A draft report of the school's reporter. */
async function addDraft(code: string, asOf: string, note: string): Promise<string> {
  const id = randomUUID();
  await inDatabase((client) =>
    client.query(
      `INSERT INTO progress_update (id, target_id, as_of, note, state, author_id, request_key, created_at)
       SELECT $1, id, $2, $3, 'draft', $4, $5, '2023-09-20T09:00:00+08:00' FROM target WHERE code = $6`,
      [id, asOf, note, ACCOUNTS.reporter, randomUUID(), code],
    ),
  );
  return id;
}

async function addCalendars(): Promise<void> {
  await inDatabase(async (client) => {
    for (const [role, token] of Object.entries(CALENDARS)) {
      const hash = createHash("sha256").update(token).digest("hex");
      await client.query("INSERT INTO reminder_preference (user_id, calendar_hash) VALUES ($1, $2)", [
        ACCOUNTS[role as keyof typeof ACCOUNTS],
        hash,
      ]);
    }
  });
}

async function report(code: string, body: Record<string, string>): Promise<string> {
  const answer = await by("reporter").post(`/api/v1/targets/${code}/updates`, { data: body });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).id;
}

/** A bulletin of the school with its internal targets and one file, created with the form of the office. */
async function addBulletin(origin: string): Promise<void> {
  const form = fieldsOf(await (await by("supervisor").get("/bulletins")).text(), 'name="cutOffOn"');
  const typed = { month: "2023-08", cutOffOn: "2023-09-30", template: "monthly", departments: "school" };
  const sent = { multipart: { ...form, ...typed }, maxRedirects: 0, headers: { origin } };
  const answer = await by("supervisor").post("/bulletins", sent);
  expect(answer.status()).toBe(303);
  made.bulletin = /[0-9a-f-]{36}$/.exec(answer.headers().location ?? "")?.[0] ?? raise("no bulletin was created");
  made.bulletinFile = randomUUID();
  await inDatabase((client) =>
    client.query(
      `INSERT INTO bulletin_file (id, bulletin_id, format, lang, state, stamp, storage_key, size, requested_by_id,
         requested_at, viewed_on, alive_at)
       SELECT $1, $2, 'pdf', 'zh-CN', 'ready', 'any', storage_key, size, $3, now(), now(), now() FROM evidence_file
       WHERE id = $4`,
      [made.bulletinFile, made.bulletin, ACCOUNTS.supervisor, made.file],
    ),
  );
}

/**
 * A finished file of a chart collection with one target.
 * @param owner null for one of visitors
 * @param stored an evidence file with the same bytes
 */
function addCollection(owner: string | null, code: string, stored: string): Promise<string> {
  const id = randomUUID();
  return inDatabase(async (client) => {
    await client.query(
      `INSERT INTO collection_file (id, query, title, format, lang, state, stamp, codes, storage_key, size,
         requested_by_id, requested_at, viewed_on, alive_at, expires_at)
       SELECT $1::uuid, '', 'charts', 'pdf', 'zh-CN', 'ready', $1::text, ARRAY[$2], storage_key, size, $3,
         now(), now(), now(), now() + interval '1 hour' FROM evidence_file WHERE id = $4`,
      [id, code, owner, stored],
    );
    return id;
  });
}

function upload(role: Role, updateId: string, file: { name: string; mimeType: string; buffer: Buffer }, headers = {}) {
  return by(role).post(`/updates/${updateId}/evidence`, { multipart: { file }, headers });
}

async function uploaded(updateId: string, name = "现场 照片.png"): Promise<string> {
  const answer = await upload("reporter", updateId, { name, mimeType: "image/png", buffer: picture });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).fileId;
}

/** A comment by the office on the public target, with a file. */
async function commentedWith(name: string): Promise<string> {
  const multipart = { body: MARKS.comment, file: { name, mimeType: "image/png", buffer: picture } };
  const answer = await by("supervisor").post(`/targets/${PUBLIC}/comments`, { multipart });
  expect(answer.status(), await answer.text()).toBe(201);
  const { commentId } = await answer.json();
  return inDatabase(async (client) => {
    const { rows } = await client.query("SELECT id FROM evidence_file WHERE comment_id = $1", [commentId]);
    return rows[0].id as string;
  });
}

test.beforeAll(async ({ baseURL }) => {
  test.setTimeout(120_000);
  for (const role of ROLES) callers.set(role, await signedIn(role, baseURL ?? ""));
  picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  await addHiddenTargets();
  await addCalendars();
  made.draft = await addDraft(PUBLIC, "2023-09-18", MARKS.publicDraft);
  made.hiddenDraft = await addDraft(HIDDEN, "2023-09-18", "a draft of the internal target");
  made.submitted = await report(PUBLIC, { asOf: "2023-09-19", note: MARKS.publicSubmitted });
  await report(HIDDEN, { asOf: "2023-09-19", value: MARKS.hiddenValue, note: MARKS.hiddenSubmitted });
  made.file = await uploaded(made.draft);
  made.hiddenFile = await uploaded(made.hiddenDraft);
  made.commentFile = await commentedWith("配合情况.png");
  await addBulletin(baseURL ?? "");
  made.ownCollection = await addCollection(ACCOUNTS.reporter, PUBLIC, made.file);
  made.sharedCollection = await addCollection(null, PUBLIC, made.hiddenFile);
  made.hiddenCollection = await addCollection(null, HIDDEN, made.commentFile);
});

test.afterAll(async () => {
  // Standings of reports that were approved directly.
  rebuildStandings();
  for (const caller of callers.values()) await caller.dispose();
});

async function addressOf(row: Row): Promise<string> {
  const file = row.method === "DELETE" && row.path.includes("{file}") ? await uploaded(made.draft) : made.file;
  return row.path
    .replace("{draft}", made.draft)
    .replace("{hidden draft}", made.hiddenDraft)
    .replace("{file}", file)
    .replace("{comment file}", made.commentFile)
    .replace("{bulletin file}", made.bulletinFile)
    .replace("{own collection}", made.ownCollection)
    .replace("{shared collection}", made.sharedCollection)
    .replace("{hidden collection}", made.hiddenCollection)
    .replace("{bulletin}", made.bulletin);
}

/** A report with an invalid day: it never writes anything. */
const NOTHING_SAID = { asOf: "none" };

/** What a role has read: the text of each address, null for images and PDF files. */
const readTexts = new Map<Role, Map<string, string | null>>(ROLES.map((role) => [role, new Map()]));

/** The text that the role gets at the address; an address is requested once per role. */
async function textAt(role: Role, path: string): Promise<string | null> {
  const texts = readTexts.get(role) ?? raise(`no such role: ${role}`);
  if (!texts.has(path)) texts.set(path, await wordsOf(await by(role).get(path, { maxRedirects: 0 })));
  return texts.get(path) ?? null;
}

async function ask(role: Role, row: Row): Promise<APIResponse> {
  const method = row.method ?? "GET";
  const data = method === "POST" && !row.route.endsWith("/evidence") ? NOTHING_SAID : undefined;
  const path = await addressOf(row);
  const response = await by(role).fetch(path, { method, data, maxRedirects: 0 });
  if (method === "GET") readTexts.get(role)?.set(path, await wordsOf(response));
  return response;
}

async function answerOf(response: APIResponse): Promise<Answer> {
  const [status, { location = "", "content-type": type = "" }] = [response.status(), response.headers()];
  if ((status === 307 || status === 303) && /^(https?:\/\/[^/]+)?\/sign-in\?next=/.test(location)) return "sign-in";
  if (status !== 200) return status;
  return type.startsWith("text/html") && (await response.text()).includes(NOT_ALLOWED) ? "refused" : "ok";
}

test("the access table lists exactly the routes under app/", () => {
  const routes = routesOfApp();
  expect(routes.length).toBeGreaterThan(40);
  expect([...new Set(ROWS.map((row) => row.route))].sort()).toEqual(routes);
});

for (const role of ROLES) {
  test(`${role} can access exactly the routes in the table`, async () => {
    test.setTimeout(180_000);
    for (const row of ROWS) {
      const expected = row.answers[role] ?? row.answers.others;
      const name = `${role}: ${row.method ?? "GET"} ${row.path}`;
      expect.soft(await answerOf(await ask(role, row)), name).toBe(expected);
    }
  });
}

test("sign-in returns a visitor to the full URL", async () => {
  const guarded = ROWS.filter(({ answers }) => answers.visitor === "sign-in");
  expect(guarded.length).toBeGreaterThan(20);
  for (const row of guarded) {
    const requested = new URL(await addressOf(row), "http://x");
    for (const value of ["一 & two", "//elsewhere.example"]) requested.searchParams.append("kept", value);
    const answer = await by("visitor").get(`${requested.pathname}${requested.search}`, { maxRedirects: 0 });
    const signIn = new URL(answer.headers().location ?? "", "http://x");
    const next = new URL(signIn.searchParams.get("next") ?? "", "http://x");
    expect
      .soft([next.pathname, ...next.searchParams], row.path)
      .toEqual([requested.pathname, ...requested.searchParams]);
    const page = await (await by("visitor").get(`${signIn.pathname}${signIn.search}`)).text();
    const back = new URL(fieldsOf(page, 'name="next"').next ?? "", "http://x");
    expect
      .soft([back.pathname, ...back.searchParams], row.path)
      .toEqual([requested.pathname, ...requested.searchParams]);
  }
});

test("the auth library exposes only sign-in, sign-out and session routes", async () => {
  for (const path of ["update-user", "change-password", "change-email", "delete-user", "request-password-reset"]) {
    const answer = await by("reader").post(`/api/auth/${path}`, {
      data: { name: "督查室", newEmail: "x@example.com" },
    });
    expect(answer.status(), path).toBe(404);
  }
  for (const path of ["list-sessions", "list-accounts", "ok", "get-session/"]) {
    expect((await by("reader").get(`/api/auth/${path}`, { maxRedirects: 0 })).status(), path).not.toBe(200);
  }
  expect(await (await by("reader").get("/api/auth/get-session")).json()).toMatchObject({
    user: { name: expect.stringContaining("示例账号") },
  });
});

test("no route other than the sign-in page creates accounts or demo sessions", async () => {
  const users = () =>
    inDatabase(async (client) => {
      const { rows } = await client.query("SELECT count(*)::int AS n FROM user_account");
      return rows[0].n as number;
    });
  const before = await users();
  const person = { name: "x", email: "x@example.com", password: "correct horse battery", userId: "demo-administrator" };
  for (const [path, status] of [
    ["sign-up/email", 404],
    ["sign-in/demo", 404],
    ["demo-sign-in", 404],
  ] as const) {
    const answer = await by("visitor").post(`/api/auth/${path}`, { data: person });
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(status);
    expect(answer.headers()["set-cookie"], path).toBeUndefined();
  }
  expect(await users()).toBe(before);
  expect(await (await by("visitor").get("/api/auth/get-session")).json()).toBeNull();
  expect(await (await by("reader").get("/api/auth/get-session")).json()).toMatchObject({ user: { id: "demo-reader" } });
});

const WIDER = [
  `/targets?q=${encodeURIComponent(MARKS.hiddenTitle)}`,
  "/targets?department=school",
  "/targets?light=no-report",
  "/targets/export.csv?department=school",
  "/targets/export.xlsx?department=school",
  "/api/v1/targets?department=school",
  `/api/v1/targets?q=${HIDDEN}`,
  "/api/v1/targets?limit=100",
  // The public target with the same quote.
  "/targets/NT-T02",
  "/api/v1/targets/NT-T02",
  `/targets/${PUBLIC_DRAFT}?asOf=2023-09-25`,
  `/targets?asOf=2023-09-25&q=${encodeURIComponent(MARKS.publicDraftTitle)}`,
  "/embed/targets/NT-T02",
  "/departments/transport",
  `/targets/${PUBLIC}?asOf=2023-09-25`,
  `/api/v1/targets/${PUBLIC}?asOf=2023-09-25`,
];

/** The markers that the role finds, by route. */
async function found(role: Role, words: readonly string[]): Promise<Map<string, string[]>> {
  const places = new Map<string, string[]>(words.map((one) => [one, []]));
  const rows = ROWS.filter((row) => row.method === undefined && !row.path.includes("{file}"));
  const calendar = CALENDARS[role];
  const all = [
    ...(await Promise.all(rows.map(addressOf))),
    ...WIDER,
    ...(calendar === undefined ? [] : [`/calendar/${calendar}.ics`]),
  ];
  let read = 0;
  for (const path of new Set(all)) {
    const text = await textAt(role, path);
    if (text === null) continue;
    read += 1;
    // The response may repeat the query; a calendar folds its lines.
    const content = path.includes("/calendar/") ? text.replace(/\r\n /g, "") : text;
    for (const one of words)
      if (!decodeURIComponent(path).includes(one) && content.includes(one)) places.get(one)?.push(path);
  }
  expect(read, "answers looked through").toBeGreaterThan(60);
  return places;
}

const nowhere = (words: readonly string[]) => new Map(words.map((one) => [one, []]));

test("no response contains internal or unapproved data for users who may not read it", async () => {
  test.setTimeout(240_000);
  const all = [...UNAPPROVED, ...INTERNAL];
  expect(await found("visitor", all)).toEqual(nowhere(all));
  expect(await found("reporter elsewhere", all)).toEqual(nowhere(all));
  // A reader can read issued internal targets, and only approved reports.
  const unread = [...UNAPPROVED, ...UNISSUED, MARKS.hiddenSubmitted, MARKS.hiddenValue];
  expect(await found("reader", unread)).toEqual(nowhere(unread));
});

test("authorized users find the internal and unapproved data", async () => {
  test.setTimeout(240_000);
  const own = await found("reporter", [...UNAPPROVED, ...INTERNAL]);
  expect(own.get(MARKS.publicSubmitted)).toContain(`/targets/${PUBLIC}`);
  expect(own.get(MARKS.comment)).toContain(`/targets/${PUBLIC}`);
  expect(own.get(MARKS.publicDraft)).toContain(`/targets/${PUBLIC}/report?draft=${made.draft}`);
  expect(own.get(MARKS.hiddenSubmitted)).toContain(`/targets/${HIDDEN}`);
  expect(own.get(HIDDEN)).toEqual(
    expect.arrayContaining([
      "/targets",
      "/targets/export.csv",
      "/targets/export.xlsx",
      "/departments/school",
      "/sources/nantong-daily-321",
      "/api/v1/targets",
      "/targets/NT-T02",
      `/calendar/${CALENDARS.reporter}.ics`,
    ]),
  );
  expect(own.get(PUBLIC_DRAFT)).toContain("/targets/export.csv");
  expect((await found("reader", [HIDDEN])).get(HIDDEN)).toContain("/targets/export.csv");
  const office = await found("supervisor", [MARKS.publicSubmitted, MARKS.hiddenSubmitted, HIDDEN, PUBLIC_DRAFT]);
  expect(office.get(PUBLIC_DRAFT)).toContain("/targets/export.csv");
  expect(office.get(MARKS.publicSubmitted)).toContain(`/targets/${PUBLIC}`);
  expect(office.get(MARKS.hiddenSubmitted)).toContain(`/targets/${HIDDEN}`);
  expect(office.get(HIDDEN)).toContain("/audit/export.csv");
  expect((await found("reviewer", [MARKS.publicSubmitted])).get(MARKS.publicSubmitted)).toContain("/review");
});

test("a submitted value is in no file, chart or list before approval", async () => {
  const places = [
    "/targets/NT-T04/chart.csv",
    "/targets/NT-T04/chart.svg",
    "/api/v1/targets/NT-T04",
    "/targets/NT-T04",
  ];
  for (const path of places) {
    const content = (await wordsOf(await by("visitor").get(path))) ?? "";
    expect(content, path).not.toMatch(/2023-09-26|9月26日/);
  }
  const office = (await wordsOf(await by("supervisor").get("/targets/NT-T04"))) ?? "";
  expect(office).toMatch(/9月26日/);
});

test("evidence files: who can upload, which types are accepted, how they are downloaded", async () => {
  const png = (name: string) => ({ name, mimeType: "image/png", buffer: picture });
  const filesOf = () =>
    inDatabase(async (client) => {
      const { rows } = await client.query("SELECT id FROM evidence_file WHERE update_id = ANY($1) ORDER BY id", [
        [made.draft, made.hiddenDraft, made.submitted],
      ]);
      return rows.map(({ id }) => id as string);
    });
  const before = await filesOf();
  expect(before).toContain(made.file);
  const REFUSED = { visitor: 401, reader: 404, "reporter elsewhere": 404, reviewer: 403, supervisor: 403 } as const;
  for (const updateId of [made.draft, made.hiddenDraft]) {
    for (const [role, status] of Object.entries({ ...REFUSED, administrator: 403 })) {
      expect.soft((await upload(role as Role, updateId, png("a.png"))).status(), role).toBe(status);
    }
  }
  expect((await upload("reporter", made.submitted, png("a.png"))).status()).toBe(403);
  expect((await upload("reporter", made.draft, png("a.png"), { origin: "https://elsewhere.example" })).status()).toBe(
    403,
  );
  expect((await by("reporter").post(`/updates/${made.draft}/evidence`)).status()).toBe(400);

  const wrong = [
    ["page.html", "<script>alert(1)</script>", "kind-not-taken"],
    ["page.pdf", "<!doctype html><script>alert(1)</script>", "kind-not-taken"],
    ["drawing.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "kind-not-taken"],
    ["picture.pdf", picture, "name-does-not-fit"],
    ["nothing.png", "", "empty"],
  ] as const;
  for (const [name, bytes, message] of wrong) {
    const answer = await upload("reporter", made.draft, { name, mimeType: "image/png", buffer: Buffer.from(bytes) });
    expect.soft(answer.status(), name).toBe(422);
    expect.soft((await answer.json()).errors, name).toEqual([{ name: "file", message }]);
  }
  expect(await filesOf()).toEqual(before);

  for (const role of ["reporter", "reviewer", "supervisor", "administrator"] as const) {
    const file = await by(role).get(`/evidence/${made.file}`);
    expect(await file.body(), role).toEqual(picture);
    const headers = file.headers();
    expect(headers["content-type"]).toBe("image/png");
    expect(headers["content-security-policy"]).toBe("sandbox; default-src 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("private, no-store");
    expect(headers["content-disposition"]).toMatch(/^attachment;/);
    const encoded = /filename\*=UTF-8''([^;]+)/.exec(headers["content-disposition"] ?? "")?.[1] ?? "";
    expect(decodeURIComponent(encoded)).toBe("现场 照片.png");
  }
});

test("a calendar feed needs no session and does not leak its URL to other sites", async () => {
  const calendar = await by("visitor").get(`/calendar/${CALENDARS.reporter}.ics`);
  expect(calendar.status()).toBe(200);
  expect((await calendar.text()).replaceAll("\r\n ", "")).toContain(MARKS.hiddenTitle);
  expect(calendar.headers()["referrer-policy"]).toBe("no-referrer");
  expect(calendar.headers()["x-robots-tag"]).toBe("noindex");
});

/** Whether each role can read a file of an approved report. */
async function readersOf(fileId: string): Promise<Role[]> {
  const readers: Role[] = [];
  for (const role of ROLES) if ((await by(role).get(`/evidence/${fileId}`)).status() === 200) readers.push(role);
  return readers;
}

test("evidence is readable by users who can read its report; internal files remain internal", async () => {
  const ofOwner: Role[] = ["reporter", "reviewer", "supervisor", "administrator"];
  expect(await readersOf(made.hiddenFile)).toEqual(ofOwner);
  await inDatabase(async (client) => {
    const on = { id: made.hiddenDraft, reviewer: ACCOUNTS.reviewer };
    await client.query(
      "UPDATE progress_update SET state = 'submitted', submitted_at = '2023-09-21T09:00:00+08:00' WHERE id = $1",
      [on.id],
    );
    await client.query(
      `UPDATE progress_update SET state = 'approved', reviewer_id = $2, decided_at = '2023-09-22T09:00:00+08:00'
       WHERE id = $1`,
      [on.id, on.reviewer],
    );
  });
  expect((await readersOf(made.hiddenFile)).sort()).toEqual(["reader", ...ofOwner].sort());
});

test("a bulletin with internal targets is visible only to the office, even when published", async () => {
  const readers = async () => {
    const found: Role[] = [];
    for (const role of ROLES) {
      const paths = ["", "/files", `/files/${made.bulletinFile}`].map((end) => `/bulletins/${made.bulletin}${end}`);
      const answers = await Promise.all(paths.map(async (path) => (await by(role).get(path)).status()));
      const listed = (await (await by(role).get("/bulletins")).text()).includes(made.bulletin);
      expect([...answers, listed ? 200 : 404], role).toEqual(Array(4).fill(answers[0]));
      if (listed) found.push(role);
    }
    return found;
  };
  expect(await readers()).toEqual(["supervisor", "administrator"]);
  await inDatabase(async (client) => {
    await client.query(
      "UPDATE bulletin SET state = 'signed', number = 901, signer_id = $2, signed_at = created_at WHERE id = $1",
      [made.bulletin, ACCOUNTS.supervisor],
    );
    const published = "UPDATE bulletin SET state = 'published', published_at = created_at WHERE id = $1";
    await client.query(published, [made.bulletin]);
  });
  expect(await readers()).toEqual(["reader", "supervisor", "administrator"]);
});

test("a form copied from another user's page has no effect without permission", async ({ baseURL }) => {
  const events = (entityId: string) =>
    inDatabase(async (client) => {
      const { rows } = await client.query("SELECT count(*)::int AS n FROM event WHERE entity_id = $1", [entityId]);
      return rows[0].n as number;
    });
  const idOf = (table: "target" | "department", key: string, value: string) =>
    inDatabase(async (client) => {
      const { rows } = await client.query(`SELECT id FROM ${table} WHERE ${key} = $1`, [value]);
      return rows[0].id as string;
    });
  interface Form {
    readonly right: Role;
    readonly path: string;
    /** A text that identifies the form on the page. */
    readonly holds: readonly string[];
    readonly typed: Readonly<Record<string, string>>;
    readonly about: string;
  }
  const forms: readonly Form[] = [
    {
      right: "administrator",
      path: "/admin/departments",
      holds: ['name="slug" value="school"', 'name="nameEn"'],
      typed: { nameEn: "The school under another name" },
      about: await idOf("department", "slug", "school"),
    },
    {
      right: "reviewer",
      path: "/review",
      holds: [made.submitted],
      typed: { decision: "return", reason: "not as counted" },
      about: made.submitted,
    },
    {
      right: "supervisor",
      path: `/targets/${HIDDEN_DRAFT}`,
      holds: ['value="withdraw"'],
      typed: { authority: "No. 1", note: "not needed" },
      about: await idOf("target", "code", HIDDEN_DRAFT),
    },
  ];
  for (const { right, path, holds, typed, about } of forms) {
    const multipart = { ...fieldsOf(await (await by(right).get(path)).text(), ...holds), ...typed };
    const before = await events(about);
    const sent = { multipart, maxRedirects: 0, headers: { origin: baseURL ?? "" } };
    for (const role of ROLES.filter((one) => one !== right)) {
      const answer = await by(role).post(path, sent);
      expect.soft(answer.status(), `${role} at ${path}`).toBeLessThan(500);
      expect.soft(await events(about), `${role} at ${path}`).toBe(before);
    }
    await by(right).post(path, sent);
    expect(await events(about), `${right} at ${path}`).toBe(before + 1);
  }
});
