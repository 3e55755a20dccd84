import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkPasswordForm } from "@/components/auth/link-password-form";
import { getLinkOwner, RESET_LINKS } from "@/lib/server/accounts/password-links";

interface ResetPasswordPageProps {
  readonly searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("resetTitle"), referrer: "no-referrer", robots: { index: false } };
}

export default async function ResetPasswordPage({ searchParams }: ResetPasswordPageProps) {
  const { token } = await searchParams;
  const sent = typeof token === "string" ? token : "";
  return <LinkPasswordForm kind="reset" token={sent} person={await getLinkOwner(sent, RESET_LINKS)} />;
}
