import type { Grouping } from "@/lib/domain/targets/groupings";
import type { COMPARISONS } from "@/lib/schemas/chart-query";

export type ChartSubject =
  | { readonly of: "target"; readonly code: string }
  | { readonly of: "department"; readonly slug: string }
  /** Without `by`, by department. */
  | { readonly of: "overview"; readonly by?: Exclude<Grouping, "department"> }
  | { readonly of: "comparison"; readonly codes: readonly string[]; readonly as: (typeof COMPARISONS)[number] };
