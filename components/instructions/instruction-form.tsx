import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { AreaField, SelectField, SubmitButton, TextField } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { sendInstructionAction } from "@/lib/actions/instructions";
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { COLOURS, type Colour, INSTRUCTION_KINDS, type InstructionKind } from "@/lib/domain/instructions/workflow";

interface InstructionFormProps {
  readonly code: string;
  readonly start: {
    readonly kind: InstructionKind;
    readonly colour: Colour;
    readonly body: string;
    readonly replyDueOn: IsoDate;
    /** The rule that proposed it, and its report. */
    readonly rule?: string;
    readonly periodEnd?: IsoDate;
  };
}

/** An instruction or a slip, written by a person or started from a proposal. */
export async function InstructionForm({ code, start }: InstructionFormProps) {
  const [t, words] = await Promise.all([getTranslations("instructions"), getFormWords()]);
  return (
    <ActionForm action={sendInstructionAction} words={words} label={t("send")}>
      <input type="hidden" name="code" value={code} />
      {start.rule !== undefined && <input type="hidden" name="rule" value={start.rule} />}
      {start.periodEnd !== undefined && <input type="hidden" name="periodEnd" value={start.periodEnd} />}
      <SelectField
        name="kind"
        label={t("kind")}
        value={start.kind}
        options={INSTRUCTION_KINDS.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
      />
      <SelectField
        name="colour"
        label={t("colour")}
        value={start.colour}
        options={COLOURS.map((one) => ({ value: one, label: t(`colours.${one}`) }))}
      />
      <TextField name="givenBy" label={t("givenBy")} value={t("office")} />
      <AreaField name="body" label={t("body")} value={start.body} />
      <TextField type="date" name="replyDueOn" label={t("replyDueOn")} value={start.replyDueOn} />
      <SubmitButton>{t("send")}</SubmitButton>
    </ActionForm>
  );
}
