import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { Menu } from "@/components/ui/menu";
import { BULK_STEPS } from "@/lib/domain/targets/bulk";
import { filtersToQuery, type TargetFilters } from "@/lib/schemas/target-list";

/** The office's steps for the targets of the list; a department confirms its receipts on its own desk. */
export async function BulkMenu({ filters }: { readonly filters: TargetFilters }) {
  const [t, label] = await Promise.all([getTranslations("bulk"), getTranslations("label")]);
  const query = filtersToQuery({ ...filters, cursor: undefined, state: [] }).toString();
  return (
    <Menu label={t("menu")}>
      <ul>
        {BULK_STEPS.filter((step) => step !== "receive").map((step) => (
          <li key={step}>
            <DayLink
              href={`/targets/bulk/${step}${query === "" ? "" : `?${query}`}`}
              prefetch={false}
              className="inline-block py-1 underline"
            >
              {t(`titles.${step}`)}
            </DayLink>
          </li>
        ))}
        <li>
          <DayLink href="/targets/labels" prefetch={false} className="inline-block py-1 underline">
            {label("administer")}
          </DayLink>
        </li>
      </ul>
    </Menu>
  );
}
