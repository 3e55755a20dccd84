import { useTranslations } from "next-intl";
import { lightShape } from "@/lib/charts/svg/light-shapes";
import { isOverdue, isStaleGreen } from "@/lib/domain/targets/standing";
import type { Freshness, Light } from "@/lib/domain/targets/types";

/** A standing has these, so that a row hands its own over. */
interface LightBadgeProps {
  readonly light: Light;
  readonly freshness: Freshness;
  /** The promise is not the one it was issued with: no light of such a target stands without the mark. */
  readonly adjusted?: boolean;
}

/** A light as shape, colour and word. With a late report it is never painted green and says that it is late. */
export function LightBadge({ light, freshness, adjusted = false }: LightBadgeProps) {
  const [lights, fresh, target] = [useTranslations("lights"), useTranslations("freshness"), useTranslations("target")];
  const isFaded = isStaleGreen(light, freshness);
  const colour = isFaded ? "var(--ink-soft)" : `var(--badge-${light})`;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1 whitespace-nowrap" data-light={light}>
      <span>
        <span aria-hidden="true" style={{ color: colour }}>
          {lightShape(light, freshness)}
        </span>{" "}
        {lights(light)}
      </span>
      {isOverdue(freshness) && <span className="text-sm text-notice">{fresh(freshness)}</span>}
      {adjusted && <span className="border px-1 text-sm text-notice">{target("adjusted")}</span>}
    </span>
  );
}
