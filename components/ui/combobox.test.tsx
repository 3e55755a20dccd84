// @vitest-environment jsdom
import { act, createElement } from "react";
import { createRoot } from "react-dom/client";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Combobox } from "@/components/ui/combobox";

const OPTIONS = Array.from({ length: 20 }, (_, index) => ({ value: `d${index}`, label: `Department ${index}` }));
const PROPS = { id: "owner", name: "owner", label: "Owner", options: OPTIONS, defaultValue: "d3" };
let unmount: () => void = () => undefined;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => act(() => unmount()));

async function mount(pointer: "fine" | "coarse") {
  window.matchMedia = ((query: string) => ({ matches: query.includes(pointer) })) as typeof window.matchMedia;
  const form = document.body.appendChild(document.createElement("form"));
  const root = createRoot(form);
  unmount = () => {
    root.unmount();
    form.remove();
  };
  await act(async () => root.render(createElement(Combobox, PROPS)));
  return { form, input: form.querySelector("input"), value: () => new FormData(form).get("owner") };
}

const press = (key: string) =>
  act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));

test("renders a native select without script", () => {
  const markup = renderToStaticMarkup(createElement(Combobox, PROPS));
  expect(markup).toMatch(/^<select[^>]* name="owner"/);
  expect(markup).not.toContain("<input");
});

test("stays a native select on a touch screen", async () => {
  expect((await mount("coarse")).input).toBeNull();
});

test("filters while typing, and Enter chooses the value that the form submits", async () => {
  const { input, value, form } = await mount("fine");
  expect([input?.value, value()]).toEqual(["Department 3", "d3"]);
  act(() => input?.focus());
  press("ArrowDown");
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
  act(() => {
    set?.call(input, "department 1");
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });
  expect(form.querySelectorAll("[role=option]")).toHaveLength(11);
  press("ArrowDown");
  press("Enter");
  expect([input?.value, value()]).toEqual(["Department 10", "d10"]);
  expect(form.querySelector("[role=listbox]")).toBeNull();
});

test("shows a value that is restored into the select", async () => {
  const { input, form } = await mount("fine");
  const select = form.querySelector("select") as HTMLSelectElement;
  act(() => {
    select.value = "d7";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  expect(input?.value).toBe("Department 7");
});
