import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { Shortcuts } from "@/components/layout/shortcuts";
import { Button } from "@/components/ui/button";
import { PendingButton } from "@/components/ui/pending-button";
import { changeShortcutsAction } from "@/lib/actions/preferences";

const SHEET = "shortcuts";

/** The keys of each shortcut, in the order of the list. */
const KEYS = [
  ["search", ["/"]],
  ["sheet", ["?"]],
  ["close", ["Esc"]],
  ["chart", ["←", "→"]],
  ["nextRow", ["Enter"]],
  ["wallPage", ["←", "→"]],
  ["wallPause", ["Space"]],
] as const;

interface KeyboardSheetProps {
  /** Whether single keys are shortcuts. Speech input and unsteady hands trigger them by accident. */
  readonly isOn: boolean;
}

/** The list of keyboard shortcuts: a popover of the browser, opened by its button or "?", with the switch for both. */
export function KeyboardSheet({ isOn }: KeyboardSheetProps) {
  const t = useTranslations("shortcuts");
  return (
    <>
      <button type="button" popoverTarget={SHEET} className="py-1 underline pointer-coarse:py-2">
        {t("title")}
      </button>
      {isOn && <Shortcuts search="search" menu="menu" sheet={SHEET} />}
      <section
        id={SHEET}
        popover="auto"
        aria-labelledby="shortcuts-title"
        className="m-auto max-h-[90dvh] w-[min(36rem,calc(100vw-2rem))] gap-4 overflow-y-auto border bg-surface p-5 text-base text-ink shadow-lg open:grid"
      >
        <h2 id="shortcuts-title" className="mt-0">
          {t("title")}
        </h2>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-2">
          {KEYS.map(([name, keys]) => (
            <div key={name} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <kbd key={key} className="border px-2 py-0.5 text-sm">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{t(name)}</dd>
            </div>
          ))}
        </dl>
        <PlainForm action={changeShortcutsAction} className="grid gap-2 border-t pt-3">
          <p>{t(isOn ? "isOn" : "isOff")}</p>
          <div className="flex flex-wrap gap-3">
            <PendingButton name="shortcuts" value={isOn ? "off" : "on"} size="sm">
              {t(isOn ? "turnOff" : "turnOn")}
            </PendingButton>
            {/* A popover moves the focus only to an element with this attribute. */}
            <Button size="sm" popoverTarget={SHEET} popoverTargetAction="hide" autoFocus>
              {t("hide")}
            </Button>
          </div>
        </PlainForm>
      </section>
    </>
  );
}
