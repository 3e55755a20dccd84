// What a form's fields hold, whichever way they are drawn: read from the document, and written back as if typed.

/** By name; several values where several fields share it. Secrets, files and hidden fields are left out. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const LEFT_OUT = ["hidden", "password", "file", "submit", "button", "reset", "image"];

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (one): one is Field =>
      (one instanceof HTMLInputElement && !LEFT_OUT.includes(one.type)) ||
      one instanceof HTMLTextAreaElement ||
      one instanceof HTMLSelectElement,
  );
}

const isTicked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

function valuesOf(field: Field, which: "typed" | "start"): string[] {
  const isTyped = which === "typed";
  if (isTicked(field)) return (isTyped ? field.checked : field.defaultChecked) ? [field.value] : [];
  if (!(field instanceof HTMLSelectElement)) return [isTyped ? field.value : field.defaultValue];
  const options = [...field.options];
  const chosen = options.filter((option) => (isTyped ? option.selected : option.defaultSelected));
  // Without a default a list that drops down starts on its first option.
  return (chosen.length > 0 || field.multiple ? chosen : options.slice(0, 1)).map((option) => option.value);
}

function read(form: HTMLFormElement, which: "typed" | "start"): FormValues {
  const found: Record<string, string[]> = {};
  for (const field of fieldsOf(form)) {
    if (field.name === "") continue;
    found[field.name] = [...(found[field.name] ?? []), ...valuesOf(field, which)];
  }
  return found;
}

export function currentValues(form: HTMLFormElement): FormValues {
  return read(form, "typed");
}

/** What the fields held when the page came. */
export function initialValues(form: HTMLFormElement): FormValues {
  return read(form, "start");
}

/** The element's own setter would hide the change from React. */
function set(field: Field, name: "value" | "checked", value: string | boolean): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), name)?.set?.call(field, value);
}

function write(field: Field, values: string[]): void {
  if (isTicked(field)) {
    if (field.checked !== values.includes(field.value)) field.click();
    return;
  }
  if (field instanceof HTMLSelectElement && field.multiple) {
    for (const option of field.options) option.selected = values.includes(option.value);
  } else {
    const value = values.shift();
    if (value === undefined || value === field.value) return;
    set(field, "value", value);
  }
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}

/** FormValues the form no longer has are passed over. */
export function fillForm(form: HTMLFormElement, fields: FormValues): void {
  const left = Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, [...values]]));
  for (const field of fieldsOf(form)) {
    const values = left[field.name];
    if (values !== undefined) write(field, values);
  }
}

export function hasSelectedFiles(form: HTMLFormElement): boolean {
  return [...form.elements].some((one) => one instanceof HTMLInputElement && (one.files?.length ?? 0) > 0);
}

/** The visible name of a field, as its label or, for one of several answers, its legend says it. */
export function fieldLabel(form: HTMLFormElement, name: string): string {
  const field = fieldsOf(form).find((one) => one.name === name);
  const label = field?.labels?.[0];
  if (field === undefined || label === undefined) return name;
  if (field.type === "radio") return field.closest("fieldset")?.querySelector("legend")?.textContent?.trim() ?? name;
  return ((field.type === "checkbox" ? label : label.firstChild)?.textContent ?? name).trim();
}

/** A value as the form shows it: an option by its words, a tick by its label. */
export function displayValue(form: HTMLFormElement, name: string, value: string): string {
  for (const field of fieldsOf(form)) {
    if (field.name !== name) continue;
    if (isTicked(field) && field.value === value) return field.labels?.[0]?.textContent?.trim() ?? value;
    if (field instanceof HTMLSelectElement)
      return [...field.options].find((option) => option.value === value)?.text ?? value;
  }
  return value;
}
