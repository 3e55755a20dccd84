import type { Bilingual } from "@/lib/i18n/languages";

interface CommentView {
  readonly id: string;
  readonly body: string;
  readonly at: Date;
  readonly author: string;
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  /** Null where the office speaks. */
  readonly department: Bilingual | null;
}

export interface Comments {
  readonly comments: readonly CommentView[];
  readonly mayWrite: boolean;
}
