import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { NewTargetForm } from "@/components/targets/new-target-form";
import { can } from "@/lib/domain/permissions/can";
import { getLanguage } from "@/lib/i18n/preferences";
import { signInFirst, type WithQuery } from "@/lib/server/auth/sign-in-first";
import { listOwnCalendars } from "@/lib/server/calendars/data";
import { getContext } from "@/lib/server/context";
import { listDepartments } from "@/lib/server/departments/data";
import { listMetrics } from "@/lib/server/metrics/data";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newTarget"))("title") };
}

export default async function NewTargetPage({ searchParams }: WithQuery) {
  const [context, lang] = await Promise.all([getContext(), getLanguage()]);
  if (context.actor.kind === "visitor") return signInFirst("/targets/new", searchParams);
  if (!can(context.actor, "target.create", null)) return <NotAllowed />;
  const [metrics, departments, calendars] = await Promise.all([
    listMetrics(),
    listDepartments(context),
    listOwnCalendars(),
  ]);
  const { today } = context.clock;
  return <NewTargetForm {...{ metrics, departments, calendars, today, lang }} />;
}
