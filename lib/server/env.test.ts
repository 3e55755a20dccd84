import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readEnv, sessionSecret } from "@/lib/server/env";

const SECRET = "0123456789abcdef0123456789abcdef";

describe("readEnv", () => {
  it("needs no settings: demo mode on the embedded database of ./data", () => {
    const env = readEnv({});
    expect(env.GUATU_MODE).toBe("demo");
    expect(env.PORT).toBe(3000);
    expect(env.GUATU_TODAY).toBeUndefined();
    expect(decodeURIComponent(env.DATABASE_URL)).toMatch(/^postgresql:\/\/postgres@localhost\/postgres\?host=\//);
  });

  it("reads the settings and treats an empty one as unset", () => {
    const env = readEnv({ DATABASE_URL: "postgresql://db/guatu", GUATU_TODAY: "2023-09-30", HOST: " ", PORT: "8080" });
    expect(env.DATABASE_URL).toBe("postgresql://db/guatu");
    expect(env.GUATU_TODAY).toBe("2023-09-30");
    expect(env.HOST).toBeUndefined();
    expect(env.PORT).toBe(8080);
  });

  it("names every invalid setting at once", () => {
    const wrong = { DATABASE_URL: "mysql://db", GUATU_MODE: "test", GUATU_TODAY: "2023-02-30", PORT: "70000" };
    expect(() => readEnv(wrong)).toThrow(/DATABASE_URL.*GUATU_MODE.*GUATU_TODAY.*PORT/s);
  });

  it("accepts a long secret from the settings, or the one stored in the data folder", () => {
    const GUATU_DATA = mkdtempSync(join(tmpdir(), "guatu-env-"));
    const production = { GUATU_MODE: "production", GUATU_DATA };
    expect(() => readEnv({ ...production, GUATU_SECRET: "short" })).toThrow("32 characters");
    expect(readEnv({ ...production, GUATU_SECRET: SECRET }).SECRET).toBe(SECRET);
    expect(readEnv({ ...production, BETTER_AUTH_SECRET: SECRET }).SECRET).toBe(SECRET);
    expect(readEnv(production).SECRET).toBeUndefined();
    writeFileSync(join(GUATU_DATA, "secret"), `${SECRET.toUpperCase()}\n`);
    expect(readEnv(production).SECRET).toBe(SECRET.toUpperCase());
    expect(readEnv({ ...production, GUATU_SECRET: SECRET }).SECRET).toBe(SECRET);
    rmSync(GUATU_DATA, { recursive: true });
  });

  it("signs no session in production without a secret", () => {
    const GUATU_DATA = join(tmpdir(), "guatu-no-such-folder");
    expect(() => sessionSecret(readEnv({ GUATU_MODE: "production", GUATU_DATA }))).toThrow("no secret is set");
    expect(sessionSecret(readEnv({ GUATU_DATA })).length).toBeGreaterThan(31);
  });
});
