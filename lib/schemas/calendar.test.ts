import { expect, it } from "vitest";
import { calendarChoiceSchema, ownCalendarChoice, readOwnCalendar } from "@/lib/schemas/calendar";

const ID = "0199aaaa-0000-7000-8000-000000000001";

function read(fields: Readonly<Record<string, string>>) {
  const form = new FormData();
  const typed = { id: "", version: "0", name: "调度会", nameEn: "Meetings", ...fields };
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return readOwnCalendar(form);
}

it("reads all non-blank rows, in any position", () => {
  const result = read({
    "dates.0.asOf": "2024-03-31",
    "dates.0.dueOn": "2024-04-10",
    "dates.1.asOf": "",
    "dates.1.dueOn": " ",
    "dates.5.asOf": "2024-01-31",
    "dates.5.dueOn": "2024-02-05",
  });
  expect(result).toMatchObject({
    ok: true,
    input: {
      id: null,
      name: "调度会",
      dates: [
        { asOf: "2024-03-31", dueOn: "2024-04-10" },
        { asOf: "2024-01-31", dueOn: "2024-02-05" },
      ],
    },
  });
  expect(result.ok && [result.rowOf(1), result.rowOf(null)]).toEqual(["dates.5", null]);
});

it("names every invalid field by its row", () => {
  const wrong = {
    "dates.2.asOf": "2024-02-30",
    "dates.2.dueOn": "2024-03-01",
    "dates.4.asOf": "2024-05-01",
    name: " ",
  };
  expect(read(wrong)).toEqual({
    ok: false,
    errors: { name: "required", "dates.2.asOf": "not-a-day", "dates.4.dueOn": "not-a-day" },
  });
  expect(read({ "dates.3.asOf": "2024-05-01", "dates.3.dueOn": "2024-04-30" })).toEqual({
    ok: false,
    errors: { "dates.3.dueOn": "due-before-as-of" },
  });
  expect(read({})).toEqual({ ok: false, errors: { form: "no-dates" } });
});

it("can be selected for a target like the standard calendars", () => {
  expect(calendarChoiceSchema.parse("quarterly")).toEqual({ calendar: "quarterly", calendarId: null });
  expect(calendarChoiceSchema.parse(ownCalendarChoice(ID))).toEqual({ calendar: "custom", calendarId: ID });
  for (const text of ["custom", "own:", `x${ID}`, ID, "weekly"]) {
    expect(calendarChoiceSchema.safeParse(text).error?.issues[0]?.message, text).toBe("unknown");
  }
});
