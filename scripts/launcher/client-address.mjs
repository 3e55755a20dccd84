// Loaded before Next: sets X-Forwarded-For to the trusted client address before anything reads it. Values that a client
// sends are ignored; only the proxies in GUATU_TRUSTED_PROXIES are trusted, from the right.
import { subscribe } from "node:diagnostics_channel";
import proxyAddress from "proxy-addr";

const LIST = "GUATU_TRUSTED_PROXIES";

function trustOf(text) {
  const proxies = text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  try {
    return proxyAddress.compile(proxies);
  } catch (error) {
    console.error(
      `guatu: ${LIST} must be addresses or ranges such as 10.0.0.0/8, separated by commas: ${error.message}`,
    );
    process.exit(1);
  }
}

const trust = trustOf(process.env[LIST] ?? "");
subscribe("http.server.request.start", ({ request }) => {
  request.headers["x-forwarded-for"] = proxyAddress(request, trust) ?? "";
});
