import type { ComponentProps } from "react";

const VARIANTS = {
  primary: "border-accent bg-accent font-bold text-surface hover:opacity-90",
  secondary: "border-control bg-surface hover:border-ink-soft",
  danger: "border-control bg-surface text-notice hover:border-notice",
};
const SIZES = { md: "px-4 py-2", sm: "px-2 py-1 text-sm" };

export type ButtonVariant = keyof typeof VARIANTS;

interface ButtonLook {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: keyof typeof SIZES | undefined;
}

/** The look of a button, for links and summaries that act like one. */
export function buttonClass({ variant = "secondary", size = "md" }: ButtonLook = {}): string {
  return `inline-flex items-center justify-center gap-1 justify-self-start border pointer-coarse:min-h-11 ${SIZES[size]} ${VARIANTS[variant]}`;
}

export interface ButtonProps extends ComponentProps<"button">, ButtonLook {
  /** The action is running: the button shows it and ignores further clicks, but does not lose the focus. */
  readonly pending?: boolean | undefined;
}

export function Button({ variant, size, pending = false, className = "", type = "button", ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      className={`${buttonClass({ variant, size })} ${className}`}
    />
  );
}
