import { describe, expect, it } from "vitest";
import { columnField, departmentField, readTaskChoices } from "./task-import";

const LAYOUT = "a".repeat(64);
const OTHER = "b".repeat(64);

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("readTaskChoices", () => {
  it("reads the roles of columns by layout, and departments by the name in the table", () => {
    const { mappings, departments, forgets } = readTaskChoices(
      formOf({
        [columnField(LAYOUT, 0)]: "title",
        [columnField(LAYOUT, 12)]: "value",
        [columnField(OTHER, 0)]: "owner",
        [departmentField("市交通局（筹）")]: "transport",
        [departmentField("各县市区")]: "",
      }),
    );
    expect([...(mappings.get(LAYOUT) ?? [])]).toEqual([
      [0, "title"],
      [12, "value"],
    ]);
    expect([...(mappings.get(OTHER) ?? [])]).toEqual([[0, "owner"]]);
    expect([...departments]).toEqual([
      ["市交通局（筹）", "transport"],
      ["各县市区", ""],
    ]);
    expect(forgets).toBeNull();
  });

  it("ignores roles and layouts that do not exist, and the columns of a layout that is forgotten", () => {
    const { mappings, forgets } = readTaskChoices(
      formOf({
        [columnField(LAYOUT, 0)]: "title",
        [columnField(OTHER, 1)]: "boss",
        "column.short.1": "value",
        forget: LAYOUT,
      }),
    );
    expect([mappings.size, forgets]).toEqual([0, LAYOUT]);
  });
});
