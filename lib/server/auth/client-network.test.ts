import { expect, test, vi } from "vitest";

vi.mock("server-only", () => ({}));
const { clientAddress, clientNetwork } = await import("./client-network");

const from = (address: string) => new Headers({ "x-forwarded-for": address });

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["203.0.113.9:4711", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2::5]:443", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80::/64"],
  ["not an address", "unknown"],
])("%s counts as %s", (address, network) => {
  expect(clientNetwork(from(address))).toBe(network);
});

test("requests without a client address share one count", () => {
  expect([clientNetwork(new Headers()), clientAddress(new Headers())]).toEqual(["unknown", null]);
});
