import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { prepareDepartmentChart } from "@/lib/charts/model/department-chart-model";
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { ComparisonFigure } from "./comparison-figure";

it("marks the bar that goes on beyond the axis", () => {
  const target = { expectedRatio: 0.75, reason: null, latestText: null, figures: null, hasFigure: true } as const;
  const draw = (completionRatio: number) =>
    renderToStaticMarkup(
      <ComparisonFigure
        model={prepareDepartmentChart({
          key: "d",
          title: "市交通运输局",
          targets: [{ ...target, code: "NT-T02", title: "大交通投资", light: "ahead", completionRatio }],
          today: isoDate("2023-09-30"),
          source: "",
          illustrative: false,
          lang: "zh-CN",
        })}
        width={600}
        height={300}
        theme="screen"
      />,
    );
  expect(draw(2.6)).toContain('data-bar="cut"');
  expect(draw(2.6)).toContain("260%");
  expect(draw(-0.8)).toContain('data-bar="cut"');
  expect(draw(1.2)).not.toContain('data-bar="cut"');
});
