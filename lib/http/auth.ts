// The routes of the sign-in library that are exposed over HTTP, for programs that sign in and out. Its other routes
// (changing a name, reading tokens, resetting passwords) would bypass permissions and audit.
import "server-only";
import { toNextJsHandler } from "better-auth/next-js";
import { auth } from "@/lib/server/auth/auth";
import { sessionOf } from "@/lib/server/auth/session";
import { problem } from "./respond";

const OPEN = ["GET /api/auth/get-session", "POST /api/auth/sign-in/email", "POST /api/auth/sign-out"];
const handlers = toNextJsHandler(auth);

async function respond(request: Request, handler: (request: Request) => Promise<Response>): Promise<Response> {
  const route = `${request.method} ${new URL(request.url).pathname}`;
  if (!OPEN.includes(route)) return problem(404);
  // Deletes the session if it has expired.
  await sessionOf(request.headers);
  return handler(request);
}

export const getAuth = (request: Request) => respond(request, handlers.GET);
export const postAuth = (request: Request) => respond(request, handlers.POST);
