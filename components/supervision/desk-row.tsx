import type { ReactNode } from "react";
import { DayLink } from "@/components/layout/day-link";
import { buttonClass } from "@/components/ui/button";
import type { Language } from "@/lib/i18n/languages";
import type { TargetRow } from "@/lib/views/target";

interface DeskRowProps {
  readonly row: Pick<TargetRow, "code" | "title">;
  readonly lang: Language;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** An entry of the desk: the target, what is to know about it, and its actions at the end of the row. */
export function DeskRow({ row, lang, actions, children }: DeskRowProps) {
  return (
    <li className="grid items-center gap-x-4 gap-y-1 py-2 md:grid-cols-[1fr_auto]">
      <div>
        <DayLink href={`/targets/${row.code}`} prefetch={false} className="underline">
          {row.code} {row.title[lang]}
        </DayLink>
        <div className="text-sm text-ink-soft">{children}</div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </li>
  );
}

interface RowLinkProps {
  readonly href: string;
  readonly code: string;
  readonly children: string;
}

/** An action of a row that has its own page; the name says for which target. */
export function RowLink({ href, code, children }: RowLinkProps) {
  return (
    <DayLink
      href={href}
      prefetch={false}
      aria-label={`${children} ${code}`}
      className={`${buttonClass({ size: "sm" })} whitespace-nowrap`}
    >
      {children}
    </DayLink>
  );
}
