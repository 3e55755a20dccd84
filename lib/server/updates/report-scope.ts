// The part of a permission's scope that concerns a report.
import type { ReportScope } from "@/lib/domain/permissions/authorship";
import { UPDATE_STATES } from "@/lib/domain/updates/types";
import { oneOf } from "@/lib/server/db/columns";

interface StoredReport {
  readonly authorId: string;
  readonly onBehalfOfId: string | null;
  readonly state: string;
}

export function toReportScope({ authorId, onBehalfOfId, state }: StoredReport): ReportScope {
  return { authorId, onBehalfOfId, state: oneOf(UPDATE_STATES, state) };
}
