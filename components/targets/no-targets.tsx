import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { NextStep } from "@/components/start/next-step";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";
import type { StartState } from "@/lib/views/start";

const PLACES = [
  ["/targets/import", "import"],
  ["/sources/new", "document"],
  ["/targets/new", "create"],
] as const;

interface NoTargetsProps {
  readonly actor: Actor;
  readonly start: StartState | null;
}

/** No targets yet: what the reader can do, or who can. */
export async function NoTargets({ actor, start }: NoTargetsProps) {
  const t = await getTranslations("noTargets");
  // Targets need departments first.
  const canAdd = can(actor, "target.create", null) && start !== null && start.departments > 0;
  return (
    <EmptyState
      action={
        <>
          <NextStep start={start} actor={actor} />
          {canAdd && (
            <ul className="flex flex-wrap gap-3 print:hidden">
              {PLACES.map(([href, key]) => (
                <li key={href}>
                  <Link href={href} prefetch={false} className={buttonClass()}>
                    {t(key)}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </>
      }
    >
      <strong className="block text-ink">{t("title")}</strong> {start === null && t("wait")}
    </EmptyState>
  );
}
