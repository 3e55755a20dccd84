import { createServer } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { healthSchema, problemSchema } from "@/lib/schemas/api";

vi.mock("next/headers", async () => (await import("@/testing/requests")).nextHeaders);
vi.mock("next/server", () => ({ connection: async () => undefined }));

const holder = globalThis as { guatuDatabase?: unknown };
const original = { url: process.env.DATABASE_URL, client: holder.guatuDatabase };

/** Restarts the app with another database. */
function startWith(url: string): void {
  vi.resetModules();
  original.client ??= holder.guatuDatabase;
  delete holder.guatuDatabase;
  process.env.DATABASE_URL = url;
}

async function healthWith(url: string): Promise<Response> {
  startWith(url);
  const { GET } = await import("@/app/api/health/route");
  return GET();
}

afterEach(() => {
  process.env.DATABASE_URL = original.url;
  holder.guatuDatabase = original.client;
});

describe("GET /api/health", () => {
  it("reports the database engine", async () => {
    const { GET } = await import("@/app/api/health/route");
    const response = await GET();
    expect(response.status).toBe(200);
    const health = healthSchema.parse(await response.json());
    const engine = process.env.GUATU_TEST_DATABASE_URL ? "postgresql" : "embedded";
    expect(health).toMatchObject({ status: "ok", database: { state: "reachable", engine }, version: "0.1.0" });
  });

  it("returns 503 at once if the connection is refused", async () => {
    const response = await healthWith("postgresql://postgres@127.0.0.1:9/nothing");
    expect(response.status).toBe(503);
    const health = healthSchema.parse(await response.json());
    expect(health.database).toEqual({ state: "unreachable", engine: "postgresql", latencyMs: null });
  });

  it("returns 503 within two seconds if the database does not respond", async () => {
    const silent = createServer();
    const port = await new Promise<number>((resolve) =>
      silent.listen(0, "127.0.0.1", () => resolve((silent.address() as { port: number }).port)),
    );
    const startedAt = performance.now();
    const response = await healthWith(`postgresql://postgres@127.0.0.1:${port}/nothing`);
    expect(response.status).toBe(503);
    expect(performance.now() - startedAt).toBeLessThan(4000);
    silent.close();
  });
});

describe("the API without its database", () => {
  it("returns 503 as problem+json without internal details", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    for (const url of [
      "postgresql://postgres@127.0.0.1:9/secret",
      "postgresql://postgres@localhost/x?host=%2Fnosuch",
    ]) {
      startWith(url);
      const { GET } = await import("@/app/api/v1/targets/route");
      const response = await GET(new Request("http://localhost:3000/api/v1/targets"));
      expect(response.status).toBe(503);
      const problem = problemSchema.parse(await response.json());
      expect(problem).toEqual({
        type: "about:blank",
        title: "Try again later",
        status: 503,
        detail: "The database is unreachable",
      });
    }
    log.mockRestore();
  });
});
