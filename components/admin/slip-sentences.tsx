// The rules that propose slips as sentences, each with a checkbox that turns it on.
import { useTranslations } from "next-intl";
import { InlineNumber, InlineSelect, Sentence } from "@/components/forms/sentence-fields";
import { Checkbox } from "@/components/ui/checkbox";
import { COLOURS } from "@/lib/domain/instructions/workflow";
import type { EditableSlipRule } from "@/lib/views/rules";

interface SlipSentenceProps {
  readonly rule: EditableSlipRule;
  /** Its place among the rules of late reports; null for the rule of a light. */
  readonly stage: number | null;
}

function SlipSentence({ rule, stage }: SlipSentenceProps) {
  const [t, instructions, lights] = [
    useTranslations("admin"),
    useTranslations("instructions"),
    useTranslations("lights"),
  ];
  const { key, condition } = rule;
  const name = condition === "report-late" ? t("lateStage", { stage: stage ?? 1 }) : lights(condition);
  const labelOf = (field: string) => t("slipField", { rule: name, field });
  const days = { name: `slips.${key}.afterDays`, label: labelOf(t("afterDays")) };
  const colour = { name: `slips.${key}.colour`, label: labelOf(t("colour")) };
  const colours = COLOURS.map((one) => ({ value: one, label: instructions(`colours.${one}`) }));
  return (
    <li className="grid items-start gap-x-4 border-t py-1 first:border-t-0 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <div className="sm:pt-0.5">
        <Checkbox name={`slips.${key}.isEnabled`} defaultChecked={rule.isEnabled}>
          {name}
        </Checkbox>
      </div>
      <Sentence fields={[days, colour]}>
        {t.rich(condition === "report-late" ? "lateRule" : "lightRule", {
          days: () => <InlineNumber {...days} value={String(rule.afterDays)} />,
          colour: () => <InlineSelect {...colour} value={rule.colour} options={colours} />,
        })}
      </Sentence>
    </li>
  );
}

export function SlipSentences({ rules }: { readonly rules: readonly EditableSlipRule[] }) {
  return (
    <ul>
      {rules.map((rule, index) => (
        <SlipSentence key={rule.key} rule={rule} stage={rule.condition === "report-late" ? index + 1 : null} />
      ))}
    </ul>
  );
}
