import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AcceptForm } from "@/components/admin/accept-form";
import { getInvited } from "@/lib/server/admin/users";

interface InvitePageProps {
  readonly searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("inviteTitle"), referrer: "no-referrer", robots: { index: false } };
}

export default async function InvitePage({ searchParams }: InvitePageProps) {
  const { token } = await searchParams;
  const good = typeof token === "string" ? token : "";
  return <AcceptForm token={good} person={await getInvited(good)} />;
}
