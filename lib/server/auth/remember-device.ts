// Notes in the browser that it belongs to the owner of an account, where that was shown by a link instead of a password.
import "server-only";
import { cookies } from "next/headers";
import { DEVICE_COOKIE_OPTIONS } from "./auth";
import { DEVICE_COOKIE, rememberDevice } from "./known-devices";

export async function rememberThisDevice(email: string): Promise<void> {
  const jar = await cookies();
  jar.set(DEVICE_COOKIE, rememberDevice(jar.get(DEVICE_COOKIE)?.value, email), DEVICE_COOKIE_OPTIONS);
}
