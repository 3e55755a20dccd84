import type { ImportWords } from "@/components/forms/import-words";
import { formatMessage } from "@/lib/i18n/format-message";
import type { PlannedLine } from "@/lib/imports/plan";

interface RejectedFieldsProps {
  readonly faults: NonNullable<PlannedLine["faults"]>;
  readonly words: Pick<ImportWords, "problem" | "fields" | "faults">;
}

/** The fields of an imported row that the form of the same data rejects, each with its error. */
export function RejectedFields({ faults, words }: RejectedFieldsProps) {
  return Object.entries(faults).map(([field, fault]) => (
    <span key={field} className="block text-sm text-notice">
      {formatMessage(words.problem, { cell: words.fields[field] ?? field, problem: words.faults[fault] ?? fault })}
    </span>
  ));
}
