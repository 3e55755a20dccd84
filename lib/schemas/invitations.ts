// Input of the form that invites many users.

/** The chosen accounts; all that were never invited if that button was pressed. */
export function readInvited(form: FormData): "not-invited" | readonly string[] {
  if (form.get("scope") === "not-invited") return "not-invited";
  const ids = form.getAll("user").filter((one): one is string => typeof one === "string");
  return [...new Set(ids.filter((id) => id !== "" && id.length <= 100))];
}
