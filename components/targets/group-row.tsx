import { useTranslations } from "next-intl";
import { LABEL_KINDS } from "@/lib/domain/targets/labels";
import type { Language } from "@/lib/i18n/languages";
import type { TargetFilters } from "@/lib/schemas/target-list";
import type { TargetLabel } from "@/lib/views/label";
import type { TargetRow } from "@/lib/views/target";

interface GroupRowProps {
  readonly row: TargetRow;
  /** The row above; null for the first one. */
  readonly previous: TargetRow | null;
  readonly filters: TargetFilters;
  readonly lang: Language;
}

const groupingOf = ({ sort }: TargetFilters) => LABEL_KINDS.find((kind) => kind === sort) ?? null;

/** What the headings of a list depend on; "" for a list without groups. */
export function groupKey(filters: TargetFilters): string {
  const kind = groupingOf(filters);
  return kind === null ? "" : [kind, ...filters[kind]].join(" ");
}

/** The first label of the kind, of the chosen ones if some are chosen: as the list is sorted. */
function groupOf({ labels }: TargetRow, filters: TargetFilters): TargetLabel | null {
  const kind = groupingOf(filters);
  const chosen = kind === null ? [] : filters[kind];
  const own = labels.filter((label) => label.kind === kind);
  return own.find(({ id }) => chosen.length === 0 || chosen.includes(id)) ?? null;
}

/** The heading of a group of targets with one topic, plan or category; nothing within a group. */
export function GroupRow({ row, previous, filters, lang }: GroupRowProps) {
  const t = useTranslations("groupings");
  const kind = groupingOf(filters);
  if (kind === null) return null;
  const group = groupOf(row, filters);
  if (previous !== null && groupOf(previous, filters)?.id === group?.id) return null;
  return (
    <tr className="max-md:block">
      <th scope="colgroup" colSpan={7} className="bg-surface pt-3 text-left font-bold">
        {group === null ? t(`none.${kind}`) : group.name[lang]}
      </th>
    </tr>
  );
}

/** The running number in the plan by which the list is grouped; "" without one. */
export function groupNumber(row: TargetRow, filters: TargetFilters): string {
  return groupOf(row, filters)?.number ?? "";
}
