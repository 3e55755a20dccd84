// The values of a form's fields, read from the DOM and written back as if typed.

/** By name; several values where fields share a name. Passwords, files and hidden fields are excluded. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const EXCLUDED = ["hidden", "password", "file", "submit", "button", "reset", "image"];

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (one): one is Field =>
      (one instanceof HTMLInputElement && !EXCLUDED.includes(one.type)) ||
      one instanceof HTMLTextAreaElement ||
      one instanceof HTMLSelectElement,
  );
}

const isCheckable = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

function valuesOf(field: Field, which: "typed" | "start"): string[] {
  const isTyped = which === "typed";
  if (isCheckable(field)) return (isTyped ? field.checked : field.defaultChecked) ? [field.value] : [];
  if (!(field instanceof HTMLSelectElement)) return [isTyped ? field.value : field.defaultValue];
  const options = [...field.options];
  const chosen = options.filter((option) => (isTyped ? option.selected : option.defaultSelected));
  // Without a default a drop-down list starts on its first option.
  return (chosen.length > 0 || field.multiple ? chosen : options.slice(0, 1)).map((option) => option.value);
}

function readValues(form: HTMLFormElement, which: "typed" | "start"): FormValues {
  const found: Record<string, string[]> = {};
  for (const field of fieldsOf(form)) {
    if (field.name === "") continue;
    found[field.name] = [...(found[field.name] ?? []), ...valuesOf(field, which)];
  }
  return found;
}

export function currentValues(form: HTMLFormElement): FormValues {
  return readValues(form, "typed");
}

/** The values the page was loaded with. */
export function initialValues(form: HTMLFormElement): FormValues {
  return readValues(form, "start");
}

/** React overrides the setter of the element; only the prototype's setter lets it notice the change. */
function setProperty(field: Field, name: "value" | "checked", value: string | boolean): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), name)?.set?.call(field, value);
}

function writeField(field: Field, values: string[]): void {
  if (isCheckable(field)) {
    if (field.checked !== values.includes(field.value)) field.click();
    return;
  }
  if (field instanceof HTMLSelectElement && field.multiple) {
    for (const option of field.options) option.selected = values.includes(option.value);
  } else {
    const value = values.shift();
    if (value === undefined || value === field.value) return;
    setProperty(field, "value", value);
  }
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}

/** Ignores values of fields that the form no longer has. */
export function fillForm(form: HTMLFormElement, fields: FormValues): void {
  const left = Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, [...values]]));
  for (const field of fieldsOf(form)) {
    const values = left[field.name];
    if (values !== undefined) writeField(field, values);
  }
}

export function hasSelectedFiles(form: HTMLFormElement): boolean {
  return [...form.elements].some((one) => one instanceof HTMLInputElement && (one.files?.length ?? 0) > 0);
}

/** The visible name of a field: its label or, for a radio button, its legend. */
export function fieldLabel(form: HTMLFormElement, name: string): string {
  const field = fieldsOf(form).find((one) => one.name === name);
  const label = field?.labels?.[0];
  // The select behind a combobox has no label element.
  if (field === undefined || label === undefined) return field?.dataset.label ?? name;
  if (field.type === "radio") return field.closest("fieldset")?.querySelector("legend")?.textContent?.trim() ?? name;
  return ((field.type === "checkbox" ? label : label.firstChild)?.textContent ?? name).trim();
}

/** A value as the form shows it: the text of an option, the label of a checkbox. */
export function displayValue(form: HTMLFormElement, name: string, value: string): string {
  for (const field of fieldsOf(form)) {
    if (field.name !== name) continue;
    if (isCheckable(field) && field.value === value) return field.labels?.[0]?.textContent?.trim() ?? value;
    if (field instanceof HTMLSelectElement)
      return [...field.options].find((option) => option.value === value)?.text ?? value;
  }
  return value;
}
