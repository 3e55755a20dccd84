// The storage key of a form's text: the same before and after a reload, an update or a new sign-in.

import { initialValues } from "@/components/forms/form-values";
import { storedTextKeys } from "@/components/forms/stored-text";

type Hidden = readonly (readonly [name: string, value: string])[];
type Key = readonly [path: string, about: Hidden, names: readonly string[]];

function hiddenFields(form: HTMLFormElement): Hidden {
  const hidden = [...form.elements].filter(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === "hidden",
  );
  // React's own fields contain the action's id, which changes with every build.
  return hidden.filter(({ name }) => !name.startsWith("$")).map(({ name, value }) => [name, value] as const);
}

/** The version of what the form edits; null where it has none. */
export function formVersion(form: HTMLFormElement): string | null {
  return hiddenFields(form).find(([name]) => name === "version")?.[1] ?? null;
}

/** The page, what the form edits, and its fields. */
export function formKey(form: HTMLFormElement): string {
  const about = hiddenFields(form).filter(([name]) => name !== "version");
  const key: Key = [window.location.pathname, about, Object.keys(initialValues(form)).sort()];
  return JSON.stringify(key);
}

/** The key the form's text is stored under: its own, or that of an earlier version of the form with other fields. */
export function findStoredKey(form: HTMLFormElement): string {
  const own = formKey(form);
  const stored = storedTextKeys();
  if (stored.includes(own)) return own;
  const [path, about, names] = JSON.parse(own) as Key;
  const present = [...document.forms].map(formKey);
  const earlier = stored.find((key) => {
    if (!key.startsWith("[") || present.includes(key)) return false;
    const [itsPath, itsAbout, itsNames] = JSON.parse(key) as Key;
    const isAbout = itsPath === path && JSON.stringify(itsAbout) === JSON.stringify(about);
    return isAbout && itsNames.some((name) => names.includes(name));
  });
  return earlier ?? own;
}
