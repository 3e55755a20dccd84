import { NavLinks } from "@/components/layout/nav-links";

interface SubNavProps {
  readonly label: string;
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** Links between the pages of one section. */
export function SubNav({ label, links }: SubNavProps) {
  return (
    <nav aria-label={label} className="mb-4 flex flex-wrap gap-x-5 border-b pb-1">
      <NavLinks links={links} />
    </nav>
  );
}
