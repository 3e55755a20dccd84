import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";

/** No targets yet: what the reader can do, or who can. */
export async function NoTargets({ actor }: { readonly actor: Actor }) {
  const t = await getTranslations("noTargets");
  const steps: [string, string][] = [];
  if (can(actor, "administration", null)) {
    steps.push(["/admin/departments", t("departments")], ["/admin/users", t("users")]);
  }
  if (can(actor, "target.create", null)) {
    steps.push(["/targets/import", t("import")], ["/sources/new", t("document")], ["/targets/new", t("create")]);
  }
  return (
    <EmptyState
      action={
        steps.length > 0 && (
          <ul className="flex flex-wrap gap-3">
            {steps.map(([href, label]) => (
              <li key={href}>
                <Link href={href} prefetch={false} className={buttonClass({ variant: "primary" })}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    >
      <strong className="block text-ink">{t("title")}</strong> {t(steps.length === 0 ? "wait" : "todo")}
    </EmptyState>
  );
}
