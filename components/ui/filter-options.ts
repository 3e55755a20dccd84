import type { Option } from "@/components/ui/input";

/** Shorter lists stay plain selects. */
export const MIN_OPTIONS = 15;

/** The options whose label contains every word of the query; those that start with it come first. */
export function filterOptions(options: readonly Option[], query: string): Option[] {
  const words = query.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const labels = options.map((option) => [option, option.label.normalize("NFKC").toLowerCase()] as const);
  const found = labels.filter(([, label]) => words.every((word) => label.includes(word)));
  const starts = ([, label]: (typeof labels)[number]) => words.length > 0 && label.startsWith(words.join(" "));
  return [...found.filter(starts), ...found.filter((one) => !starts(one))].map(([option]) => option);
}
