// Which network a request came from. The launcher has put the address that can be believed into X-Forwarded-For
// (scripts/launcher/client-address.mjs), whatever the client had sent there.
import "server-only";
import ipaddr from "ipaddr.js";

/** The client's address as text; null where the request does not say. */
export function clientAddress(sent: Headers): string | null {
  const text = sent.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  // Some proxies add the port.
  const address = text.replace(/^\[([^\]]+)\](:\d+)?$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");
  return address === "" ? null : address;
}

/** What limits count by: one IPv4 address, or the /64 that one IPv6 customer has at least. */
export function clientNetwork(sent: Headers): string {
  const address = clientAddress(sent);
  if (address === null || !ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const [prefix] = ipaddr.parseCIDR(`${parsed.toString().replace(/%.*$/, "")}/64`);
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${prefix.toString()}/64`).toString()}/64`;
}
