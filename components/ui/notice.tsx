import type { ComponentProps } from "react";

const TONES = {
  neutral: "border-ink-soft",
  accent: "border-accent",
  error: "border-notice",
};

/** A passage with a coloured rule; the text alone carries the meaning. */
export function Notice({ tone = "accent", ...rest }: ComponentProps<"div"> & { readonly tone?: keyof typeof TONES }) {
  return <div {...rest} className={`grid grid-cols-1 gap-2 border-l-2 pl-3 ${TONES[tone]}`} />;
}
