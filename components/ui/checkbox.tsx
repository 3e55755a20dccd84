import type { ComponentProps } from "react";

/** A checkbox with its label as one touch target. */
export function Checkbox({ children, ...rest }: Omit<ComponentProps<"input">, "type" | "className">) {
  return (
    <label className="flex items-start gap-2 py-1 pointer-coarse:min-h-11 pointer-coarse:items-center">
      <input {...rest} type="checkbox" className="size-5 shrink-0" />
      <span>{children}</span>
    </label>
  );
}
