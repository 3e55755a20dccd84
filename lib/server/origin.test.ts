import { expect, it, vi } from "vitest";

const sent = vi.hoisted(() => ({ headers: {} as Record<string, string> }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({ headers: async () => new Headers(sent.headers) }));
const { getOrigin } = await import("@/lib/server/origin");

it.each([
  [{ host: "guatu.test" }, "http://guatu.test"],
  [{ host: "guatu.test", "x-forwarded-proto": "https,http" }, "https://guatu.test"],
  [{ host: "guatu.test", origin: "https://guatu.test" }, "https://guatu.test"],
  [{ host: "guatu.test", origin: "https://elsewhere.test" }, "http://guatu.test"],
])("asked with %j the address is %s", async (headers, origin) => {
  sent.headers = headers as Record<string, string>;
  expect(await getOrigin()).toBe(origin);
});
