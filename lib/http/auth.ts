// What of the sign-in library answers over HTTP: programs sign in and out. Everything else it brings (changing one's name,
// reading tokens, resetting passwords) would pass by the gate and the audit.
import "server-only";
import { toNextJsHandler } from "better-auth/next-js";
import { auth } from "@/lib/server/auth/auth";
import { sessionOf } from "@/lib/server/auth/session";
import { problem } from "./respond";

const OPEN = ["GET /api/auth/get-session", "POST /api/auth/sign-in/email", "POST /api/auth/sign-out"];
const handlers = toNextJsHandler(auth);

async function respond(request: Request, handler: (request: Request) => Promise<Response>): Promise<Response> {
  const asked = `${request.method} ${new URL(request.url).pathname}`;
  if (!OPEN.includes(asked)) return problem(404);
  // Ends here too what has ended.
  await sessionOf(request.headers);
  return handler(request);
}

export const getAuth = (request: Request) => respond(request, handlers.GET);
export const postAuth = (request: Request) => respond(request, handlers.POST);
