import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NotAllowed } from "@/components/auth/not-allowed";
import { ProposalWork } from "@/components/proposals/proposal-work";
import { can } from "@/lib/domain/permissions/can";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getSourceProposals } from "@/lib/server/sources/proposal-data";

interface ProposalsPageProps extends WithQuery {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proposals"))("proposals") };
}

const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

export default async function ProposalsPage({ params, searchParams }: ProposalsPageProps) {
  const [{ id }, query, context] = await Promise.all([params, searchParams, getContext()]);
  if (context.actor.kind === "visitor") return redirectToSignIn(`/sources/${id}/proposals`, searchParams);
  if (!can(context.actor, "target.create", null)) return <NotAllowed />;
  const source = await getSourceProposals(id, context);
  if (source === null) notFound();
  const opened = { correct: textOf(query.correct), merge: textOf(query.merge), add: textOf(query.add) };
  return <ProposalWork source={source} opened={opened} />;
}
