// For integration tests of route handlers: requests from any user and browser.
import { type Actor, VISITOR } from "@/lib/domain/permissions/actor";

/** The user and the browser of the next requests, for the mocks of a test file. */
export const browser = {
  actor: VISITOR as Actor,
  cookies: new Map<string, string>(),
  language: null as string | null,
};

export const READER: Actor = {
  kind: "user",
  userId: "demo-reader",
  name: "reader",
  officeRole: "reader",
  memberships: [],
};

/** Replaces next/headers, which works only inside a running server. */
export const nextHeaders = {
  cookies: async () => ({
    get: (name: string) => {
      const value = browser.cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
    set: (name: string, value: string) => {
      browser.cookies.set(name, value);
    },
  }),
  headers: async () => new Headers(browser.language === null ? {} : { "accept-language": browser.language }),
};

export function get(path: string, init?: RequestInit): Request {
  return new Request(`http://localhost:3000${path}`, init);
}

export function routeOf<P>(params: P): { params: Promise<P> } {
  return { params: Promise.resolve(params) };
}

/** A form as a browser sends it: multipart, with its length. */
export async function postForm(path: string, form: FormData, headers: Record<string, string> = {}): Promise<Request> {
  const body = await new Response(form).blob();
  const sized = { "content-type": body.type, "content-length": String(body.size), ...headers };
  return new Request(`http://localhost:3000${path}`, { method: "POST", body, headers: sized });
}
