import { getTranslations } from "next-intl/server";
import type { AccountOrigin, PersonNames } from "@/lib/views/account";

/** Who opened the approver's account, and who could have used its link. */
export async function ReviewerAccount({
  openedBy,
  lastLink,
  person,
}: AccountOrigin & { readonly person: PersonNames }) {
  const t = await getTranslations("target");
  if (openedBy === null && lastLink === null) return null;
  const isNewer =
    lastLink !== null && !(openedBy?.madeBy === lastLink.madeBy && openedBy.delivery === lastLink.delivery);
  return (
    <p className="text-sm text-ink-soft">
      {openedBy?.madeBy && t(`accountOpened.${openedBy.delivery}`, { by: person(openedBy.madeBy) })}{" "}
      {isNewer && lastLink.madeBy && t(`passwordLink.${lastLink.delivery}`, { by: person(lastLink.madeBy) })}
    </p>
  );
}
