"use client";
// Shows the server's figure until a reader points at, focuses or taps the chart; then the interactive drawing replaces
// it in the same box. The chart library is loaded only at that moment.
import { type ComponentType, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { LegendButtons } from "@/components/charts/interactive/legend-buttons";
import type { RechartsPlotProps } from "@/components/charts/interactive/recharts-plot";
import type { PlotChartModel } from "@/lib/charts/model/chart-model";

interface TargetChartProps {
  readonly model: PlotChartModel;
  /** The signs of the legend, drawn on the server. */
  readonly swatches: readonly ReactNode[];
  /** The name of the switches: lines are named in the picture, and can be switched off. */
  readonly linesLabel: string;
  /** The figure, drawn on the server. */
  readonly children: ReactNode;
}

type Size = Pick<RechartsPlotProps, "width" | "height">;

/** The box of the visible figure; null before layout. */
function sizeOf(box: HTMLElement): Size | null {
  const { width, height } = box.getBoundingClientRect();
  return width > 0 && height > 0 ? { width: Math.floor(width), height } : null;
}

export function TargetChart({ model, swatches, linesLabel, children }: TargetChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [Live, setLive] = useState<ComponentType<RechartsPlotProps> | null>(null);
  const [size, setSize] = useState<Size | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  const wake = useCallback(() => {
    if (box.current === null || size !== null) return;
    setSize(sizeOf(box.current));
    import("@/components/charts/interactive/recharts-plot").then(
      (module) => setLive(() => module.RechartsPlot),
      // Loading failed (the reader is offline): the figure stays, and the next interaction retries.
      () => setSize(null),
    );
  }, [size]);

  useEffect(() => {
    const element = box.current;
    if (Live === null || element === null) return;
    const observer = new ResizeObserver(() => {
      const width = Math.floor(element.getBoundingClientRect().width);
      setSize((now) => (now === null || width === 0 || now.width === width ? now : { ...now, width }));
    });
    observer.observe(element);
    // Moves the keyboard focus into the chart once it is drawn.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === element) element.querySelector<SVGElement>("svg.recharts-surface")?.focus();
    });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [Live]);

  const toggle = (key: string) => {
    wake();
    setHidden((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]));
  };
  const isLive = Live !== null && size !== null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: these events only load the chart; its buttons are controls
    <div onPointerEnter={wake} onTouchStart={wake} onFocus={wake} className="chart-interactive">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields, this groups one picture */}
      <div
        ref={box}
        role="group"
        tabIndex={isLive ? -1 : 0}
        aria-label={model.title}
        className="chart-box"
        style={isLive ? { height: size.height } : undefined}
      >
        {isLive ? <Live model={model} hidden={hidden} width={size.width} height={Math.floor(size.height)} /> : children}
      </div>
      <details className="chart-lines">
        <summary>{linesLabel}</summary>
        <LegendButtons items={model.legend} swatches={swatches} hidden={hidden} onToggle={toggle} label={linesLabel} />
      </details>
    </div>
  );
}
