/** What the list shows without these parameters: they are left out of its address. */
const STANDARD: Readonly<Record<string, string>> = { sort: "urgency", order: "asc" };

/** The address of a filter form, as the browser would open it, without empty and standard values. */
export function filterAddress(form: FormData, path: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of form) {
    const text = String(value).trim();
    if (text !== "" && STANDARD[name] !== text) query.append(name, text);
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
