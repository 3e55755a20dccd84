import { getTranslations } from "next-intl/server";
import { DayLink } from "@/components/layout/day-link";
import { Menu } from "@/components/ui/menu";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";
import { filtersToQuery, NO_FILTERS, type TargetFilters } from "@/lib/schemas/target-list";
import type { FilterChoices } from "@/lib/views/target";

interface GroupMenuProps {
  readonly filters: TargetFilters;
  readonly labels: FilterChoices["labels"];
}

/** Groups the list by topic, plan or category; nothing while no target has a label. On a phone they are orders. */
export async function GroupMenu({ filters, labels }: GroupMenuProps) {
  const t = await getTranslations("label");
  const kinds = LABEL_KINDS.filter((kind) => labels[kind].length > 0);
  if (kinds.length === 0) return null;
  const current = kinds.find((kind) => kind === filters.sort);
  const to = (sort: TargetFilters["sort"]) =>
    `/targets?${filtersToQuery({ ...filters, sort, order: "asc", cursor: undefined })}`;
  return (
    <div className="max-md:hidden">
      <Menu label={current === undefined ? t("group") : t("groupedBy", { kind: t(`kinds.${current}`) })}>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>
              <DayLink
                href={to(kind)}
                prefetch={false}
                className="inline-block py-1 underline"
                aria-current={kind === current ? "true" : undefined}
              >
                {t(`kinds.${kind}`)}
              </DayLink>
            </li>
          ))}
          {current !== undefined && (
            <li>
              <DayLink href={to(NO_FILTERS.sort)} prefetch={false} className="inline-block py-1 underline">
                {t("ungroup")}
              </DayLink>
            </li>
          )}
        </ul>
      </Menu>
    </div>
  );
}
