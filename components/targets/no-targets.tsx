import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/domain/permissions/actor";
import { can } from "@/lib/domain/permissions/can";

/** Nothing is followed yet: what the reader can do about it, or who will. */
export async function NoTargets({ actor }: { readonly actor: Actor }) {
  const t = await getTranslations("noTargets");
  const steps: [string, string][] = [];
  if (can(actor, "administration", null)) {
    steps.push(["/admin/departments", t("departments")], ["/admin/users", t("users")]);
  }
  if (can(actor, "target.create", null)) steps.push(["/targets/new", t("create")]);
  return (
    <div className="grid gap-2 py-6">
      <p className="font-bold">{t("title")}</p>
      <p>{t(steps.length === 0 ? "wait" : "todo")}</p>
      {steps.length > 0 && (
        <ul className="flex flex-wrap gap-3">
          {steps.map(([href, label]) => (
            <li key={href}>
              <Link href={href} prefetch={false} className="inline-block border border-accent px-4 py-2 text-accent">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
