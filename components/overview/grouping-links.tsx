import { useTranslations } from "next-intl";
import { DayLink } from "@/components/layout/day-link";
import type { Grouping } from "@/lib/domain/targets/groupings";

interface GroupingLinksProps {
  readonly groupings: readonly Grouping[];
  /** The one that is shown. */
  readonly by: Grouping;
}

/** The choice of what the bars of the overview stand for. */
export function GroupingLinks({ groupings, by }: GroupingLinksProps) {
  const [t, words] = [useTranslations("overview"), useTranslations("groupings")];
  return (
    <nav aria-label={t("groupings")} className="mb-2">
      <ul className="flex flex-wrap gap-x-5">
        {groupings.map((one) => (
          <li key={one}>
            <DayLink
              href={one === "department" ? "/" : `/?by=${one}`}
              prefetch={false}
              scroll={false}
              aria-current={one === by ? "true" : undefined}
              className="inline-block py-1 underline aria-[current]:font-bold aria-[current]:no-underline"
            >
              {words(`names.${one}`)}
            </DayLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
