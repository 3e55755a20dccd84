"use client";
// The sum of the typed parts against the whole, updated while figures are typed.
import { Decimal } from "decimal.js";
import { useEffect, useRef, useState } from "react";
import type { Messages } from "use-intl";
import { AreaField } from "@/components/forms/form-fields";
import { useSubmitContext } from "@/components/forms/submit-context";
import { ROLL_UP_METHODS } from "@/lib/domain/targets/roll-up";
import { type SplitBalance as Balance, type SplitWhole, splitBalance } from "@/lib/domain/targets/split-balance";
import { formatMeasure } from "@/lib/domain/units/format-measure";
import type { PrintedUnit } from "@/lib/domain/units/printed-unit";
import { formatMessage, type WithCompiled } from "@/lib/i18n/format-message";
import { parseDecimalText } from "@/lib/schemas/decimal-text";

interface SplitBalanceProps {
  /** Figures as decimal text. */
  readonly whole: Pick<SplitWhole, "kind" | "comparator"> & Record<"value" | "upperValue", string | null>;
  readonly unit: PrintedUnit;
  readonly words: WithCompiled<Messages["split"], Balance["state"]>;
}

const decimal = (text: string | null) => (text === null ? null : new Decimal(text));

/** The figures of the form that are numbers; the others have their own error. */
function typedFigures(form: HTMLFormElement): Decimal[] {
  return [...new FormData(form)].flatMap(([name, typed]) => {
    const parsed = /^parts\.\d+\.value$/.test(name) ? parseDecimalText(String(typed)) : null;
    return parsed?.ok && parsed.value !== null ? [parsed.value] : [];
  });
}

function balanceOf(form: HTMLFormElement, { value, upperValue, ...whole }: SplitBalanceProps["whole"]): Balance | null {
  const method = ROLL_UP_METHODS.find((one) => one === new FormData(form).get("method")) ?? null;
  return splitBalance({ ...whole, value: decimal(value), upperValue: decimal(upperValue) }, method, typedFigures(form));
}

/** Asks for a reason once the parts exceed the whole. */
export function SplitBalance({ whole, unit, words }: SplitBalanceProps) {
  const place = useRef<HTMLDivElement>(null);
  const [balance, setBalance] = useState<Balance | null>(null);
  const { answer } = useSubmitContext();
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const update = () => setBalance(balanceOf(form, whole));
    update();
    const events = ["input", "change", "focusin"];
    for (const event of events) form.addEventListener(event, update);
    return () => {
      for (const event of events) form.removeEventListener(event, update);
    };
  }, [whole]);
  const needsReason = balance?.state === "over" || answer.errors.reason !== undefined;
  const measure = (value: Decimal) => formatMeasure(value, unit, words.exact.lang);
  return (
    <div ref={place} className={`sticky bottom-0 grid gap-3 bg-ground ${balance === null ? "" : "border-t py-2"}`}>
      <p role="status" className={balance === null || balance.state === "exact" ? "" : "text-notice"}>
        {balance !== null &&
          formatMessage(words[balance.state], { sum: measure(balance.sum), difference: measure(balance.difference) })}
      </p>
      {needsReason && <AreaField name="reason" label={words.reason} hint={words.reasonHint} />}
    </div>
  );
}
