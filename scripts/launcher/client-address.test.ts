import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";

const PRELOAD = new URL("./client-address.mjs", import.meta.url).href;
/** Answers with the address that the app would see. */
const SERVER = `
  require("node:http")
    .createServer((request, response) => response.end(request.headers["x-forwarded-for"]))
    .listen(0, "127.0.0.1", function () { console.log(this.address().port) });`;

const servers: ReturnType<typeof spawn>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.kill();
});

function start(trusted: string) {
  const env = { ...process.env, GUATU_TRUSTED_PROXIES: trusted };
  const server = spawn(process.execPath, ["--import", PRELOAD, "-e", SERVER], { env });
  servers.push(server);
  return server;
}

async function seenAs(trusted: string, forwarded: string | null): Promise<string> {
  const [port] = await once(start(trusted).stdout, "data");
  const headers: Record<string, string> = forwarded === null ? {} : { "x-forwarded-for": forwarded };
  return (await fetch(`http://127.0.0.1:${Number(port)}/`, { headers })).text();
}

it.each([
  ["", null, "127.0.0.1"],
  ["", "203.0.113.9", "127.0.0.1"],
  ["10.0.0.0/8", "203.0.113.9", "127.0.0.1"],
  ["127.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["loopback", null, "127.0.0.1"],
  // The first one was sent by the client.
  ["127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
  ["127.0.0.0/8, 10.0.0.0/8", "198.51.100.1, 203.0.113.9, 10.0.0.7", "203.0.113.9"],
  ["127.0.0.1", "198.51.100.1, 203.0.113.9, 10.0.0.7", "10.0.0.7"],
  ["127.0.0.1", "203.0.113.9, not an address", "not an address"],
])("trusting %j, a request that names %j comes from %s", async (trusted, forwarded, address) => {
  expect(await seenAs(trusted, forwarded)).toBe(address);
});

it("rejects an invalid list", async () => {
  const server = start("10.0.0.0/40");
  const [[output], [code]] = await Promise.all([once(server.stderr, "data"), once(server, "exit")]);
  expect(String(output)).toContain("GUATU_TRUSTED_PROXIES must be addresses or ranges");
  expect(code).toBe(1);
});
