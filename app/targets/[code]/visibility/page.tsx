import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { VisibilityPage } from "@/components/targets/visibility-page";
import { getLanguage } from "@/lib/i18n/preferences";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getVisibilityForm } from "@/lib/server/targets/visibility";

interface TargetVisibilityProps extends WithQuery {
  readonly params: Promise<{ code: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visibility"))("title") };
}

export default async function TargetVisibility({ params, searchParams }: TargetVisibilityProps) {
  const [{ code }, context, lang] = await Promise.all([params, getContext(), getLanguage()]);
  if (context.actor.kind === "visitor")
    return redirectToSignIn(`/targets/${encodeURIComponent(code)}/visibility`, searchParams);
  const form = await getVisibilityForm(code, context);
  return form === null ? <NotAllowed /> : <VisibilityPage form={form} lang={lang} />;
}
