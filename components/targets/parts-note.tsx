import { useTranslations } from "next-intl";
import { DayLink } from "@/components/layout/day-link";
import { filtersToQuery, type TargetFilters } from "@/lib/schemas/target-list";

interface PartsNoteProps {
  readonly filters: TargetFilters;
  /** The matching parts of split targets. */
  readonly parts: number;
}

/** How many parts of split targets a list leaves out, with a link that includes them. */
export function PartsNote({ filters, parts }: PartsNoteProps) {
  const t = useTranslations("targetList");
  if (parts === 0) return null;
  if (filters.parts === "include") return <> · {t("partsIncluded", { count: parts })}</>;
  const query = filtersToQuery({ ...filters, parts: "include", cursor: undefined });
  return (
    <>
      {" "}
      · {t("parts", { count: parts })}{" "}
      <DayLink href={`/targets?${query}`} prefetch={false} className="underline">
        {t("showParts")}
      </DayLink>
    </>
  );
}
