import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { TaskImport } from "@/components/targets/task-import";
import { can } from "@/lib/domain/permissions/can";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("tasks.title") };
}

export default async function ImportTargetsPage({ searchParams }: WithQuery) {
  const { actor } = await getContext();
  if (actor.kind === "visitor") return redirectToSignIn("/targets/import", searchParams);
  if (!can(actor, "target.create", null)) return <NotAllowed />;
  return <TaskImport />;
}
