"use client";
// What a user can correct in the preview of a task table: the roles of columns, and departments for unknown names.
import { useId } from "react";
import { SubmitButton } from "@/components/forms/form-fields";
import type { ImportWords } from "@/components/forms/import-words";
import { Select } from "@/components/ui/input";
import type { ImportState } from "@/lib/actions/imports";
import { formatMessage } from "@/lib/i18n/format-message";
import { COLUMN_ROLES, type ReadColumn } from "@/lib/imports/tasks/column-roles";
import { columnField, departmentField } from "@/lib/schemas/task-import";

type Preview = NonNullable<ImportState["preview"]>;
type Table = NonNullable<Preview["tables"]>[number];

interface WithWords {
  readonly words: ImportWords;
}

function ColumnChoice({ column, name, words }: WithWords & { readonly column: ReadColumn; readonly name: string }) {
  const id = useId();
  const { columns } = words;
  const { index, heading, sample, role, recognised } = column;
  const offered = COLUMN_ROLES.filter((one) => one !== "district" || role === one || recognised === one);
  return (
    <li className="grid gap-x-3 gap-y-1 py-1 sm:grid-cols-[1fr_14rem] sm:items-center">
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <label htmlFor={id}>{heading === "" ? formatMessage(columns.unnamed, { number: index + 1 }) : heading}</label>
        {sample !== "" && (
          <span className="block text-sm text-ink-soft">{formatMessage(columns.example, { text: sample })}</span>
        )}
        {role !== recognised && (
          <span className="block text-sm text-notice">
            {formatMessage(columns.changedFrom, { role: columns.roles[recognised] })}
          </span>
        )}
      </span>
      <Select
        id={id}
        name={name}
        compact
        defaultValue={role}
        options={offered.map((value) => ({ value, label: columns.roles[value] }))}
      />
    </li>
  );
}

function TableColumns({ table, words }: WithWords & { readonly table: Table }) {
  const { columns } = words;
  return (
    <div className="grid gap-2">
      {table.sheet !== null && <p className="font-bold">{formatMessage(columns.sheet, { sheet: table.sheet })}</p>}
      {table.isRemembered && (
        <div className="flex flex-wrap items-center gap-3">
          <p>{columns.remembered}</p>
          <SubmitButton name="forget" value={table.fingerprint} variant="secondary">
            {columns.forget}
          </SubmitButton>
        </div>
      )}
      <ol className="divide-y">
        {table.columns.map((column) => (
          <ColumnChoice
            key={column.index}
            column={column}
            name={columnField(table.fingerprint, column.index)}
            words={words}
          />
        ))}
      </ol>
    </div>
  );
}

function NameChoices({ preview, words: { unknownNames: words } }: WithWords & { readonly preview: Preview }) {
  const id = useId();
  const { unknownNames = [], departments = [] } = preview;
  const options = [
    { value: "", label: words.leave },
    ...departments.map(({ slug, name }) => ({ value: slug, label: name })),
  ];
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h2 id={id} className="text-base font-bold">
        {words.title}
      </h2>
      <p className="text-ink-soft">{words.how}</p>
      <ul className="divide-y">
        {unknownNames.map(({ name, rows, chosen }) => (
          <li key={name} className="grid gap-x-3 gap-y-1 py-1 sm:grid-cols-[1fr_14rem] sm:items-center">
            <label htmlFor={`${id}-${name}`} className="min-w-0 [overflow-wrap:anywhere]">
              {formatMessage(rows === 0 ? words.resolved : words.name, { name, count: rows })}
            </label>
            <Select id={`${id}-${name}`} name={departmentField(name)} compact defaultValue={chosen} options={options} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ImportChoicesProps extends WithWords {
  readonly preview: Preview;
  /** The user has changed a choice since the preview. */
  readonly onChange: () => void;
}

export function ImportChoices({ preview, words, onChange }: ImportChoicesProps) {
  const { tables = [], unknownNames = [], lines } = preview;
  if (tables.length === 0) return null;
  const isOpen =
    lines.length === 0 ||
    tables.some((one) => one.isRemembered || one.columns.some(({ role, recognised }) => role !== recognised));
  return (
    <fieldset className="grid min-w-0 gap-3" onChange={onChange}>
      {lines.length === 0 && <p className="text-notice">{words.columns.nothingRead}</p>}
      {unknownNames.length > 0 && <NameChoices preview={preview} words={words} />}
      <details open={isOpen} className="border px-3 py-2">
        <summary className="py-1 font-bold">{words.columns.title}</summary>
        <div className="grid gap-4 py-2">
          <p className="text-ink-soft">{words.columns.how}</p>
          {tables.map((table) => (
            <TableColumns key={table.fingerprint} table={table} words={words} />
          ))}
        </div>
      </details>
      <p>
        <SubmitButton variant="secondary">{words.columns.again}</SubmitButton>
      </p>
    </fieldset>
  );
}
