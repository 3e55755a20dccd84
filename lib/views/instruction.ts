import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import type { Colour, InstructionKind, InstructionState } from "@/lib/domain/instructions/workflow";
import type { Bilingual } from "@/lib/i18n/languages";

export interface InstructionView {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly title: Bilingual;
  readonly kind: InstructionKind;
  readonly colour: Colour;
  readonly givenBy: string;
  readonly body: string;
  /** The absent person for whom the reader answers it. */
  readonly standsInFor: string | null;
  readonly sender: string;
  readonly sentAt: Date;
  readonly replyDueOn: IsoDate;
  readonly state: InstructionState;
  /** The reply is overdue. */
  readonly isOverdue: boolean;
  readonly replies: readonly ReplyView[];
}

export interface ReplyView {
  readonly id: string;
  readonly author: string;
  readonly body: string;
  readonly repliedAt: Date;
  readonly judge: string | null;
  readonly isAccepted: boolean | null;
  readonly judgement: string;
}
