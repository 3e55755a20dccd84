import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { lightShape } from "@/lib/charts/svg/light-shapes";
import { isOverdue, isStaleGreen } from "@/lib/domain/targets/standing";
import type { Freshness, Light } from "@/lib/domain/targets/types";

/** A subset of a standing, so that a row can pass its own. */
interface LightBadgeProps {
  readonly light: Light;
  readonly freshness: Freshness;
  /** The terms differ from the issued terms. */
  readonly adjusted?: boolean;
}

/** A light as shape, colour and word. With a late report it is never green, and marked as late. */
export function LightBadge({ light, freshness, adjusted = false }: LightBadgeProps) {
  const [lights, fresh, target] = [useTranslations("lights"), useTranslations("freshness"), useTranslations("target")];
  const isFaded = isStaleGreen(light, freshness);
  const colour = isFaded ? "var(--ink-soft)" : `var(--badge-${light})`;
  return (
    <span className="light-badge" data-light={light}>
      <span>
        <span aria-hidden="true" style={{ color: colour }}>
          {lightShape(light, freshness)}
        </span>{" "}
        {lights(light)}
      </span>
      {isOverdue(freshness) && <span className="text-sm text-notice">{fresh(freshness)}</span>}
      {adjusted && <Badge>{target("adjusted")}</Badge>}
    </span>
  );
}
