import { expect, test, vi } from "vitest";

vi.mock("server-only", () => ({}));
const { knownDevice, rememberDevice } = await import("./known-devices");

test("a browser remembers the accounts it has signed in to, ignoring the case of the address", () => {
  const one = rememberDevice(null, "A@example.com");
  const both = rememberDevice(one, "b@example.com");
  expect(knownDevice(both, "a@example.com")).toBe(knownDevice(one, "A@example.com"));
  expect(knownDevice(both, "b@example.com")).toMatch(/^[\w-]{22}$/);
  expect(knownDevice(one, "b@example.com")).toBeNull();
  expect(rememberDevice(both, "b@example.com")).toBe(both);
});

test("rejects cookies of another account and forged or modified ones", () => {
  const own = rememberDevice(null, "a@example.com");
  const [account = "", nonce = "", signature = ""] = own.split(".");
  const other = rememberDevice(null, "b@example.com").split(".");
  for (const forged of [
    `${account}.${"x".repeat(22)}.${signature}`,
    `${account}.${other[1]}.${other[2]}`,
    `${account}.${nonce}.`,
    `${account}.${nonce}`,
    "~~..~",
  ]) {
    expect(knownDevice(forged, "a@example.com"), forged).toBeNull();
  }
});

test("a browser remembers the eight latest accounts", () => {
  const emails = Array.from({ length: 9 }, (_, index) => `${index}@example.com`);
  const cookie = emails.reduce<string | null>((before, email) => rememberDevice(before, email), null);
  expect(emails.map((email) => knownDevice(cookie, email) !== null)).toEqual([false, ...Array(8).fill(true)]);
});
