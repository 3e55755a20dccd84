import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkPasswordForm } from "@/components/auth/link-password-form";
import { getLinkOwner } from "@/lib/server/accounts/password-links";

interface InvitePageProps {
  readonly searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("inviteTitle"), referrer: "no-referrer", robots: { index: false } };
}

export default async function InvitePage({ searchParams }: InvitePageProps) {
  const { token } = await searchParams;
  const sent = typeof token === "string" ? token : "";
  return <LinkPasswordForm kind="invitation" token={sent} person={await getLinkOwner(sent, ["invitation"])} />;
}
