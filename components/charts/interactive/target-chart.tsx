"use client";
// Shows the server's figure until a reader points at, focuses or taps the chart; then the interactive drawing covers it,
// drawn in the same size and enlarged by the same factor, so that no text moves or changes its size. The chart library is loaded only at that moment.
import {
  type ComponentType,
  type CSSProperties,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
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

interface Drawn {
  /** The size in which the visible figure was drawn. */
  readonly width: number;
  readonly height: number;
  /** How much larger it is shown. */
  readonly scale: number;
}

/** The visible figure; the style sheet selects it by the width of the chart. Null before layout. */
function drawnIn(box: HTMLElement): Drawn | null {
  for (const figure of box.querySelectorAll<SVGSVGElement>(".chart-figure svg")) {
    const shown = figure.getBoundingClientRect().width;
    const { width, height } = figure.viewBox.baseVal;
    if (shown > 0) return { width, height, scale: shown / width };
  }
  return null;
}

const isSame = (one: Drawn | null, other: Drawn | null) =>
  one?.width === other?.width && one?.height === other?.height && one?.scale === other?.scale;

export function TargetChart({ model, swatches, linesLabel, children }: TargetChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [Live, setLive] = useState<ComponentType<RechartsPlotProps> | null>(null);
  const [isWoken, setWoken] = useState(false);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  const wake = useCallback(() => {
    if (isWoken) return;
    setWoken(true);
    import("@/components/charts/interactive/recharts-plot").then(
      (module) => setLive(() => module.RechartsPlot),
      // Loading failed (the reader is offline): the figure stays, and the next interaction retries.
      () => setWoken(false),
    );
  }, [isWoken]);

  useEffect(() => {
    const element = box.current;
    if (Live === null || element === null) return;
    const measure = () => {
      const next = drawnIn(element);
      setDrawn((now) => (next === null || isSame(now, next) ? now : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [Live]);

  const isLive = Live !== null && drawn !== null;
  useEffect(() => {
    const element = box.current;
    if (!isLive || element === null) return;
    // Moves the keyboard focus into the chart once it is drawn.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === element) element.querySelector<SVGElement>("svg.recharts-surface")?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isLive]);

  const toggle = (key: string) => {
    wake();
    setHidden((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]));
  };
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
        data-live={isLive}
      >
        {/* The figure keeps its place: it decides the size, and print shows it. */}
        {children}
        {isLive && (
          <div className="chart-live" style={{ "--chart-scale": drawn.scale } as CSSProperties}>
            <Live model={model} hidden={hidden} width={drawn.width} height={drawn.height} />
          </div>
        )}
      </div>
      <details className="chart-lines">
        <summary>{linesLabel}</summary>
        <LegendButtons items={model.legend} swatches={swatches} hidden={hidden} onToggle={toggle} label={linesLabel} />
      </details>
    </div>
  );
}
