"use client";
import { type FieldProps, FormField } from "@/components/forms/form-field";
import { Input } from "@/components/ui/input";

interface FileFieldProps extends Omit<FieldProps, "value"> {
  /** File name extensions without their dot. */
  readonly endings: readonly string[];
  readonly multiple?: boolean;
  /** Called with the first selected file, or null when the selection is cleared. */
  readonly onFile?: (file: File | null) => void;
}

export function FileField({ endings, multiple = false, onFile, ...field }: FileFieldProps) {
  const accept = endings.map((ending) => `.${ending}`).join(",");
  return (
    <FormField {...field}>
      {(control) => (
        <Input
          {...control}
          type="file"
          multiple={multiple}
          accept={accept}
          onChange={(event) => onFile?.(event.currentTarget.files?.[0] ?? null)}
        />
      )}
    </FormField>
  );
}
