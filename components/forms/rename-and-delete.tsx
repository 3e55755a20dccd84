import { ActionForm, type ActionFormProps, type ActionFormWords } from "@/components/forms/action-form";
import { SubmitButton, TextField } from "@/components/forms/form-fields";

interface RenameAndDeleteProps {
  readonly id: string;
  readonly name: string;
  /** Only one entry with the same group is open at a time. */
  readonly group: string;
  readonly renameAction: ActionFormProps["action"];
  readonly deleteAction: ActionFormProps["action"];
  readonly words: ActionFormWords;
  readonly texts: Readonly<Record<"summary" | "name" | "rename" | "delete" | "confirmation", string>>;
}

/** The two forms of an entry of a menu, closed at first. */
export function RenameAndDelete(props: RenameAndDeleteProps) {
  const { id, name, group, renameAction, deleteAction, words, texts } = props;
  return (
    <details name={group}>
      <summary className="text-sm text-ink-soft" aria-label={`${texts.summary}: ${name}`}>
        {texts.summary}
      </summary>
      <div className="grid gap-2 border-l pl-3">
        <ActionForm action={renameAction} words={words} label={`${texts.rename}: ${name}`}>
          <input type="hidden" name="id" value={id} />
          <TextField name="name" label={texts.name} value={name} />
          <SubmitButton variant="secondary">{texts.rename}</SubmitButton>
        </ActionForm>
        <ActionForm
          action={deleteAction}
          words={words}
          confirmation={texts.confirmation}
          label={`${texts.delete}: ${name}`}
        >
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant="danger">{texts.delete}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
