import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DayLink } from "@/components/layout/day-link";
import { buttonClass } from "@/components/ui/button";

/** The ids of the sections of a target's page, in their order. */
export const TARGET_SECTIONS = ["overview", "chart", "reports", "supervision", "manage"] as const;
type TargetSection = (typeof TARGET_SECTIONS)[number];

/** The reader's next action on a target: the label and where it is done. */
export interface NextAction {
  readonly label: string;
  readonly href: string;
}

interface TargetSectionBarProps {
  readonly sections: readonly TargetSection[];
  /** Where the office revises and splits the target. */
  readonly tools: readonly NextAction[];
  readonly next: NextAction | null;
  /** The action of a draft. */
  readonly issue: ReactNode;
}

/** Links to the sections of the page, and the reader's next action; it stays at the top of the screen. */
export async function TargetSectionBar({ sections, tools, next, issue }: TargetSectionBarProps) {
  const t = await getTranslations("target.sections");
  return (
    <div className="sticky top-0 z-10 -mx-4 flex min-h-11 items-center justify-between gap-4 border-y bg-ground px-4 print:hidden">
      <div className="flex min-w-0 grow gap-x-4 overflow-x-auto whitespace-nowrap">
        <nav aria-label={t("title")} className="mr-auto flex gap-x-4">
          {sections.map((section) => (
            <a key={section} href={`#${section}`} className="py-2 hover:underline">
              {t(section)}
            </a>
          ))}
        </nav>
        {tools.map(({ label, href }) => (
          <DayLink key={href} href={href} prefetch={false} className="py-2 underline">
            {label}
          </DayLink>
        ))}
      </div>
      {issue}
      {next !== null && (
        // A fragment also opens the disclosure around it; client navigation would not.
        <a href={next.href} className={`${buttonClass({ variant: "primary", size: "sm" })} shrink-0 whitespace-nowrap`}>
          {next.label}
        </a>
      )}
    </div>
  );
}
