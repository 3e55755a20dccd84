import { describe, expect, it } from "vitest";
import { connectionConfig } from "@/lib/server/db/connection";

const SESSION =
  /-c TimeZone=UTC -c DateStyle=ISO,\\ MDY .*-c search_path=public -c default_transaction_isolation=read\\ committed /;

describe("connectionConfig", () => {
  it("sets the session of every connection", () => {
    const { connectionString, options } = connectionConfig("postgresql://guatu:p%23w@db:5432/guatu?sslmode=require");
    expect(connectionString).toBe("postgresql://guatu:p%23w@db:5432/guatu?sslmode=require");
    expect(options).toMatch(SESSION);
  });

  it("preserves options in the URL, and its own settings override them", () => {
    const url = "postgresql://db/guatu?options=-c%20statement_timeout%3D5s%20-c%20timezone%3DPRC&sslmode=disable";
    const { connectionString, options } = connectionConfig(url);
    expect(connectionString).toBe("postgresql://db/guatu?sslmode=disable");
    expect(options).toMatch(/^-c statement_timeout=5s -c timezone=PRC -c TimeZone=UTC /);
  });

  it("waits for a connection as long as the URL says, or 10 seconds", () => {
    expect(connectionConfig("postgresql://db/guatu?connect_timeout=60").connectionTimeoutMillis).toBe(60_000);
    expect(connectionConfig("postgresql://db/guatu").connectionTimeoutMillis).toBe(10_000);
    expect(connectionConfig("postgresql://db/guatu?connect_timeout=soon").connectionTimeoutMillis).toBe(10_000);
  });

  it("accepts URLs without a host", () => {
    expect(connectionConfig("postgresql:///guatu?host=/var/run").connectionString).toBe(
      "postgresql:///guatu?host=/var/run",
    );
    expect(connectionConfig("postgresql://guatu@/guatu").connectionString).toBe("postgresql://guatu@/guatu");
  });
});
