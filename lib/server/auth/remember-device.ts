// Marks a browser as a known device after a link instead of a password.
import "server-only";
import { cookies } from "next/headers";
import { DEVICE_COOKIE_OPTIONS } from "./auth";
import { DEVICE_COOKIE, rememberDevice } from "./known-devices";

export async function rememberThisDevice(email: string): Promise<void> {
  const jar = await cookies();
  jar.set(DEVICE_COOKIE, rememberDevice(jar.get(DEVICE_COOKIE)?.value, email), DEVICE_COOKIE_OPTIONS);
}
