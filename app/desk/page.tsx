import { redirect } from "next/navigation";
import { redirectToSignIn, type WithQuery } from "@/lib/server/auth/redirect-to-sign-in";
import { getContext } from "@/lib/server/context";
import { getOwnDesk } from "@/lib/views/desks";

/** The stable address of the reader's own desk; `?tour` opens its tour. */
export default async function DeskPage({ searchParams }: WithQuery) {
  const { actor } = await getContext();
  if (actor.kind === "visitor") return redirectToSignIn("/desk", searchParams);
  redirect("tour" in (await searchParams) ? `${getOwnDesk(actor)}?tour` : getOwnDesk(actor));
}
