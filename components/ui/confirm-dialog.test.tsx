// @vitest-environment jsdom
import { act, createElement } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ConfirmDialog, type ConfirmDialogProps } from "@/components/ui/confirm-dialog";

let unmount: () => void = () => undefined;

beforeEach(() => vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true));
afterEach(() => act(() => unmount()));

async function open(props: Partial<ConfirmDialogProps> = {}) {
  const calls = { onConfirm: vi.fn(), onClose: vi.fn() };
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  unmount = () => root.unmount();
  const words = { title: "Withdraw NT-T02?", confirm: "Withdraw", cancel: "Cancel" };
  await act(async () => root.render(createElement(ConfirmDialog, { ...words, ...calls, ...props })));
  return { ...calls, dialog: document.querySelector<HTMLElement>("[role=alertdialog]") };
}

const press = (init: KeyboardEventInit) => {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  act(() => void document.activeElement?.dispatchEvent(event));
  return event;
};

test("is labelled by its title and focuses the confirm button", async () => {
  const { dialog } = await open();
  const title = document.getElementById(dialog?.getAttribute("aria-labelledby") ?? "");
  expect(title?.textContent).toBe("Withdraw NT-T02?");
  expect(document.activeElement?.textContent).toBe("Withdraw");
});

test("focuses Cancel for a dangerous action, so that Enter alone does not confirm", async () => {
  await open({ variant: "danger" });
  expect(document.activeElement?.textContent).toContain("Cancel");
});

test("Escape closes without confirming", async () => {
  const { onConfirm, onClose } = await open();
  press({ key: "Escape" });
  expect([onConfirm.mock.calls.length, onClose.mock.calls.length]).toEqual([0, 1]);
});

test("ignores a held Enter key", async () => {
  await open();
  expect(press({ key: "Enter", repeat: true }).defaultPrevented).toBe(true);
  expect(press({ key: "Enter" }).defaultPrevented).toBe(false);
});

test("confirms once and closes", async () => {
  const { onConfirm, onClose, dialog } = await open();
  act(() => dialog?.querySelector("button")?.click());
  expect([onConfirm.mock.calls.length, onClose.mock.calls.length]).toEqual([1, 1]);
});

test("returns the focus to the element that opened it", async () => {
  const opener = document.body.appendChild(document.createElement("button"));
  opener.focus();
  await open();
  act(() => unmount());
  await vi.waitFor(() => expect(document.activeElement).toBe(opener));
  unmount = () => undefined;
  opener.remove();
});
