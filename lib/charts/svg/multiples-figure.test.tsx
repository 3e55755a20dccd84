import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { composeMultiples } from "@/lib/charts/model/multiples-model";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { aLevelChart, aRevisedCumulativeChart } from "@/testing/chart-builders";
import { MultiplesFigure } from "./multiples-figure";

it.each([
  [960, "Unit: CNY billion · Target at least CNY 40.2 billion"],
  [560, "Target at least CNY 40.2 billion"],
])("names the promised figure whole at a width of %s", (width, line) => {
  const panels = [aRevisedCumulativeChart, aLevelChart].map((one, index) =>
    prepareTargetChart(one({ lang: "en", code: `NT-${index}` })),
  );
  const model = composeMultiples(panels, { key: "m", lang: "en", title: "", asOfLabel: "", sourceLabel: "" });
  const svg = renderToStaticMarkup(<MultiplesFigure model={model} width={width} height={400} theme="screen" />);
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(texts).toContain(line);
  expect(texts.filter((text) => text?.includes("…"))).toEqual([]);
});
