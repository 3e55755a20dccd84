import type { Bilingual } from "@/lib/i18n/languages";
import type { EvidenceView } from "@/lib/views/evidence";

interface CommentView {
  readonly id: string;
  readonly body: string;
  readonly at: Date;
  readonly author: string;
  readonly files: readonly EvidenceView[];
  /** Null where the office speaks. */
  readonly department: Bilingual | null;
}

export interface Comments {
  readonly comments: readonly CommentView[];
  readonly mayWrite: boolean;
}
