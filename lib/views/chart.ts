import type { COMPARISONS } from "@/lib/schemas/chart-query";

export type ChartSubject =
  | { readonly of: "target"; readonly code: string }
  | { readonly of: "department"; readonly slug: string }
  | { readonly of: "overview" }
  | { readonly of: "comparison"; readonly codes: readonly string[]; readonly as: (typeof COMPARISONS)[number] };
