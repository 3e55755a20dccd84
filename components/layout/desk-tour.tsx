import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { DayLink } from "@/components/layout/day-link";
import { PendingButton } from "@/components/ui/pending-button";
import { dismissTourAction } from "@/lib/actions/settings";
import type { Tour } from "@/lib/views/desks";

/** The steps of each tour, with the page that a step links to. */
const STEPS = {
  my: [["my.rows"], ["my.report"], ["my.several", "/my/entry"]],
  review: [["review.cards"], ["review.decide"], ["review.bulk"]],
  supervision: [["supervision.matrix"], ["supervision.slips"], ["supervision.bulletin", "/bulletins"]],
  admin: [["admin.users"], ["admin.import", "/admin/departments"], ["admin.rules", "/admin/rules"]],
  overview: [["overview.bars"], ["overview.trouble"], ["overview.list", "/targets"]],
} as const satisfies Readonly<Record<Exclude<Tour, "start">, readonly (readonly [step: string, path?: string])[]>>;

const HELP = ["help", "/method"] as const;

/** What a page is for, in a few steps. Shown to each user until hidden; the account menu opens it again. */
export function DeskTour({ desk }: { readonly desk: Exclude<Tour, "start"> }) {
  const t = useTranslations("tour");
  return (
    <aside aria-labelledby="tour" className="mb-6 grid gap-2 border-l-2 border-ink-soft bg-surface p-4 print:hidden">
      <p id="tour" className="font-bold">
        {t("title")}
      </p>
      <ol className="grid list-decimal gap-1 pl-5">
        {[...STEPS[desk], HELP].map(([step, path = "/"]) => (
          <li key={step}>
            {t.rich(step, {
              link: (text) => (
                <DayLink href={path} prefetch={false} className="underline">
                  {text}
                </DayLink>
              ),
            })}
          </li>
        ))}
      </ol>
      <PlainForm action={dismissTourAction} className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <PendingButton name="tour" value={desk} size="sm">
          {t("dismiss")}
        </PendingButton>
        <span className="text-sm text-ink-soft">{t("recallHint")}</span>
      </PlainForm>
    </aside>
  );
}
