// The form above a list: its search, its filters, and below it the active filters as chips. A GET form: the URL is its
// state, and it works without script.
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ApplyFilters } from "@/components/forms/apply-filters";
import { FilterChips } from "@/components/forms/filter-chips";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FilterFold } from "@/components/ui/filter-menu";
import { Input, type Option, Select } from "@/components/ui/input";

interface FilterFormProps {
  /** The path of the list. */
  readonly action: string;
  /** The query of the address that the form shows. */
  readonly query: string;
  readonly search: {
    readonly label: string;
    readonly hint: string;
    readonly value: string;
    readonly className: string;
  };
  readonly sort: { readonly value: string; readonly order: string; readonly options: readonly Option[] };
  /** The number of chosen values. */
  readonly count: number;
  readonly chips: ComponentProps<typeof FilterChips>["chips"];
  /** The list without conditions. */
  readonly clearHref: string;
  /** Hidden fields: what links of other pages have chosen. */
  readonly carried?: ReactNode;
  /** The menus of the filters. */
  readonly children: ReactNode;
}

export function FilterForm({
  action,
  query,
  search,
  sort,
  count,
  chips,
  clearHref,
  carried,
  children,
}: FilterFormProps) {
  const t = useTranslations("targetList");
  return (
    <>
      <form
        method="get"
        action={action}
        autoComplete="off"
        aria-label={t("filter")}
        className="my-2 flex items-center gap-2 max-md:grid max-md:grid-cols-1"
      >
        <Input
          compact
          name="q"
          type="search"
          aria-label={search.label}
          maxLength={100}
          defaultValue={search.value}
          placeholder={search.hint}
          className={search.className}
        />
        <FilterFold label={t("filter")} count={count}>
          {children}
          <Field compact id="filter-sort" label={t("sort")} className="md:hidden">
            {(control) => (
              <Select
                {...control}
                key={sort.value}
                compact
                name="sort"
                defaultValue={sort.value}
                options={sort.options}
              />
            )}
          </Field>
        </FilterFold>
        <input type="hidden" name="order" value={sort.order} />
        {carried}
        <noscript>
          <Button type="submit" size="sm">
            {t("apply")}
          </Button>
        </noscript>
        <ApplyFilters query={query} />
      </form>
      <FilterChips title={t("conditions")} chips={chips} clear={{ label: t("clear"), href: clearHref }} />
    </>
  );
}
