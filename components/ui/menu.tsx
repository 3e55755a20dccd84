import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";

interface MenuProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A panel that opens below its button, without script; on a phone in the flow of the page. */
export function Menu({ label, children }: MenuProps) {
  return (
    <details className="group relative max-md:open:w-full">
      <summary className={`${buttonClass({ size: "sm" })} list-none whitespace-nowrap`}>
        {label}
        <span aria-hidden="true" className="group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className="z-20 border bg-surface p-4 md:absolute md:top-full md:right-0 md:mt-px md:w-96 md:shadow-lg">
        {children}
      </div>
    </details>
  );
}
