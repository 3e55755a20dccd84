"use server";
// Form actions that sign in and out; they work without script.
import { APIError } from "better-auth/api";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { localPath, type SignInFault, signInSchema } from "@/lib/schemas/sign-in";
import { auth } from "@/lib/server/auth/auth";
import { env } from "@/lib/server/env";

const FAULTS: Readonly<Partial<Record<APIError["status"], SignInFault>>> = {
  TOO_MANY_REQUESTS: "often",
  FORBIDDEN: "disabled",
};

function failed(form: FormData, error: SignInFault | "demo", until?: string): never {
  const query = new URLSearchParams({ error, ...(until && { until }), next: localPath(form.get("next")) });
  redirect(`/sign-in?${query}`);
}

/** When the next attempt is accepted, after too many. */
function retryTime({ body }: APIError): string | undefined {
  return typeof body?.retryAt === "string" ? body.retryAt : undefined;
}

function enter(form: FormData): never {
  revalidatePath("/", "layout");
  redirect(localPath(form.get("next")));
}

export async function signInAction(form: FormData): Promise<void> {
  const body = signInSchema.safeParse({ email: form.get("email"), password: form.get("password") });
  if (!body.success) failed(form, "wrong");
  try {
    await auth.api.signInEmail({ body: body.data, headers: await headers() });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    failed(form, FAULTS[error.status] ?? "wrong", retryTime(error));
  }
  enter(form);
}

/** One click: demo mode and demo accounts only. */
export async function signInAsDemoAction(form: FormData): Promise<void> {
  const userId = form.get("userId");
  if (env.GUATU_MODE !== "demo" || typeof userId !== "string") failed(form, "demo");
  try {
    await auth.api.signInDemo({ body: { userId }, headers: await headers() });
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    failed(form, "demo");
  }
  enter(form);
}

export async function signOutAction(): Promise<void> {
  await auth.api.signOut({ headers: await headers() });
  revalidatePath("/", "layout");
  redirect("/");
}
