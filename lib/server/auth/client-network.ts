// The client network of a request. The launcher rewrites X-Forwarded-For to the trusted address
// (scripts/launcher/client-address.mjs).
import "server-only";
import ipaddr from "ipaddr.js";

/** The client address as text; null if unknown. */
export function clientAddress(sent: Headers): string | null {
  const text = sent.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  // Some proxies add the port.
  const address = text.replace(/^\[([^\]]+)\](:\d+)?$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");
  return address === "" ? null : address;
}

/** The key of limits: an IPv4 address, or an IPv6 /64, the smallest range of a customer. */
export function clientNetwork(sent: Headers): string {
  const address = clientAddress(sent);
  if (address === null || !ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const [prefix] = ipaddr.parseCIDR(`${parsed.toString().replace(/%.*$/, "")}/64`);
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${prefix.toString()}/64`).toString()}/64`;
}
