import { createServer } from "node:net";
import { LauncherError } from "./console.mjs";

export function portFrom(text) {
  const port = text ? Number(text) : 3000;
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new LauncherError(`PORT must be a number from 1 to 65535, not ${text}`);
  return port;
}

/** Fails with one line if the address is in use or cannot be opened. */
export function assertPortFree(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      const reason = {
        EADDRINUSE: `port ${port} is taken; stop what uses it or set PORT to another`,
        EACCES: `port ${port} needs more rights; set PORT to one above 1023`,
        EADDRNOTAVAIL: `${host} is not an address of this machine; set HOST to another`,
      };
      reject(new LauncherError(reason[error.code] ?? `cannot listen on ${host}:${port}: ${error.message}`));
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(resolve));
  });
}

/** A free port of this machine. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
