import { useTranslations } from "next-intl";
import type { DueReportState } from "@/lib/domain/updates/due-reports";

const SHAPES: Readonly<Record<DueReportState | "open", string>> = {
  missing: "✕",
  returned: "↩",
  late: "◆",
  "on-time": "✓",
  open: "○",
};
const COLOURS: Readonly<Record<DueReportState | "open", string>> = {
  missing: "var(--badge-missed)",
  returned: "var(--badge-far-behind)",
  late: "var(--badge-behind)",
  "on-time": "var(--badge-achieved)",
  open: "var(--ink-soft)",
};

/** The state of a due report as shape, colour and word. @param state null while it is open */
export function DueState({ state }: { readonly state: DueReportState | null }) {
  const t = useTranslations("supervision.reportStates");
  const shown = state ?? "open";
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden="true" style={{ color: COLOURS[shown] }}>
        {SHAPES[shown]}
      </span>{" "}
      {t(shown)}
    </span>
  );
}
