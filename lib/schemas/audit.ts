// The filters of the audit page.
import { z } from "zod";
import { type IsoDate, parseIsoDate } from "@/lib/domain/calendar/iso-date";
import { exactText, singleLine } from "@/lib/schemas/text";

export const EVENT_ENTITIES = [
  "update",
  "evidence",
  "target",
  "request",
  "instruction",
  "comment",
  "user",
  "department",
  "metric",
  "calendar",
  "working-days",
  "rules",
  "bulletin",
  "settings",
  "source",
  "database",
] as const;

const day = exactText.transform((text): IsoDate | undefined => parseIsoDate(text) ?? undefined).optional();

/** Invalid filters are ignored: the page shows the filters it applied. */
export const auditFiltersSchema = z.object({
  entity: z.enum(EVENT_ENTITIES).optional().catch(undefined),
  /** A target's code, or the id of the changed row. */
  q: singleLine.trim().max(100).default("").catch(""),
  from: day.catch(undefined),
  to: day.catch(undefined),
  /** Events before this sequence number. */
  before: exactText
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});
export type AuditFilters = z.output<typeof auditFiltersSchema>;
