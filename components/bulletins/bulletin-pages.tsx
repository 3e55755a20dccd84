import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/forms/action-form";
import { AreaField, SubmitButton } from "@/components/forms/form-fields";
import { getFormWords } from "@/components/forms/get-form-words";
import { Disclosure } from "@/components/ui/disclosure";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { editBulletinTextAction } from "@/lib/actions/bulletins";
import { isNameColumn } from "@/lib/bulletins/column-widths";
import type { BulletinDocument, Section } from "@/lib/bulletins/document";
import { paragraphsOf, splitLead } from "@/lib/bulletins/paragraphs";
import type { Cell, Column, Table } from "@/lib/bulletins/tables";
import { getTranslator } from "@/lib/i18n/translator";

interface BulletinPagesProps {
  readonly id: string;
  readonly version: number;
  readonly document: BulletinDocument;
  readonly mayEdit: boolean;
}

function Paragraphs({ text }: { readonly text: string }) {
  return paragraphsOf(text).map((line, index) => {
    const { lead, rest } = splitLead(line);
    return (
      <p key={index} className="my-2 max-w-4xl">
        {lead !== "" && <strong>{lead} </strong>}
        {rest}
      </p>
    );
  });
}

function CellText({ cell }: { readonly cell: Cell }) {
  if (cell.light === undefined) return cell.text;
  return (
    <>
      <span aria-hidden="true" style={{ color: `var(--badge-${cell.light})` }}>
        {cell.text.slice(0, 1)}
      </span>
      {cell.text.slice(1)}
    </>
  );
}

function wrapping(column: Column): string {
  if (column.isShort) return "whitespace-pre";
  // A department's name breaks between words and at brackets only.
  return isNameColumn(column) ? "break-keep" : "whitespace-pre-line";
}

/** Further rows are in the files. */
const ROWS_SHOWN = 50;

async function BulletinTable({ table, caption }: { readonly table: Table; readonly caption: string }) {
  const t = await getTranslations("bulletins");
  const rows = table.rows.slice(0, ROWS_SHOWN);
  const side = (align: "left" | "right") => (align === "right" ? "text-right tabular-nums" : "text-left");
  return (
    <ScrollRegion label={caption} className="my-3">
      <table className="w-full min-w-xl border-collapse border text-sm">
        <thead>
          <tr className="bg-accent-ground">
            {table.columns.map((column) => (
              <th key={column.key} scope="col" className={`border px-2 py-1 whitespace-pre-line ${side(column.align)}`}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.map((cell) => cell.text).join("|")} className="align-top break-inside-avoid">
              {table.columns.map((column, index) => (
                <td key={column.key} className={`border px-2 py-1 ${side(column.align)} ${wrapping(column)}`}>
                  <CellText cell={row[index] ?? { text: "" }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > rows.length && (
        <p className="py-1 text-sm text-ink-soft">{t("rowsShown", { shown: rows.length, total: table.rows.length })}</p>
      )}
    </ScrollRegion>
  );
}

interface EditProps extends Pick<BulletinPagesProps, "id" | "version"> {
  readonly lang: BulletinDocument["lang"];
  readonly name: Section["key"] | "closing";
  readonly label: string;
  readonly text: string;
  readonly generated: string;
}

async function Edit({ id, version, lang, name, label, text, generated }: EditProps) {
  const [t, words] = await Promise.all([getTranslations("bulletins"), getFormWords()]);
  return (
    <Disclosure title={t("edit", { section: label })}>
      <ActionForm action={editBulletinTextAction} words={words} label={t("edit", { section: label })}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="key" value={name} />
        <AreaField name="text" label={t("text")} value={text} rows={4} hint={t("textHint", { generated })} />
        <SubmitButton>{t("saveText")}</SubmitButton>
      </ActionForm>
    </Disclosure>
  );
}

/** The bulletin as it will be printed, with editable texts while it is a draft. */
export async function BulletinPages({ id, version, document, mayEdit }: BulletinPagesProps) {
  const { lang } = document;
  // The document's own language, which may not be the reader's.
  const t = getTranslator(lang);
  const edit = (name: EditProps["name"], label: string, text: string, generated: string) =>
    mayEdit && <Edit {...{ id, version, lang, name, label, text, generated }} />;
  return (
    <article>
      <header className="border-b-2 border-accent pb-3 text-center">
        <p className="text-3xl font-bold text-accent">{document.masthead}</p>
        <p className="mt-2">{document.number ?? document.draftMark}</p>
        <p>
          {document.office}　{document.dateText}
        </p>
      </header>
      <h1 className="my-4 text-center">{document.title}</h1>
      <p>{document.recipients}</p>
      {document.sections.map((section) => (
        <section key={section.key} className="mt-4">
          <h2>{section.heading}</h2>
          <Paragraphs text={section.text} />
          {section.key !== "errata" &&
            edit(section.key, section.heading, section.isUntranslated ? "" : section.text, section.generated)}
          {section.table !== null && <BulletinTable table={section.table} caption={section.heading} />}
        </section>
      ))}
      <footer className="mt-6">
        <Paragraphs text={document.closing} />
        {edit(
          "closing",
          (await getTranslations("bulletins"))("closing"),
          document.isClosingUntranslated ? "" : document.closing,
          document.generatedClosing,
        )}
        {document.attachments.length > 0 && (
          <p className="mt-4">
            {t("bulletin.attachments", {
              list: document.attachments
                .map((name, index) => t("bulletin.attachment", { number: index + 1, name }))
                .join(t("bulletin.gap")),
            })}
          </p>
        )}
        <p className="mt-4 text-right">{document.office}</p>
        <p className="text-right">{document.dateText}</p>
        <p className="mt-4 text-sm text-ink-soft">{document.cutOffText}</p>
        {document.sampleNote !== null && <p className="text-sm text-notice">{document.sampleNote}</p>}
        <div className="mt-4 border-y border-ink text-sm">
          {document.copyToText !== null && <p className="border-b px-1 py-1">{document.copyToText}</p>}
          <p className="flex justify-between gap-4 px-1 py-1">
            <span>{document.printedBy}</span>
            <span>{document.printedOnText}</span>
          </p>
        </div>
      </footer>
    </article>
  );
}
