import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { prepareTargetChart } from "@/lib/charts/model/target-chart-model";
import { ChartFigure } from "@/lib/charts/svg/chart-figure";
import { toStaticMarkup } from "@/lib/markup/static-markup";
import { aMilestoneChart, aRevisedCumulativeChart } from "@/testing/chart-builders";

/** React closes every element with an end tag; both forms mean the same in XML. */
function expanded(markup: string): string {
  return markup.replace(/<([a-z]+)([^<>]*)\/>/gi, "<$1$2></$1>");
}

describe("toStaticMarkup", () => {
  it.each([
    ["a plot", aRevisedCumulativeChart()],
    ["a gantt", aMilestoneChart()],
  ])("writes %s as React itself does", (_, input) => {
    const figure = <ChartFigure model={prepareTargetChart(input)} width={640} height={360} theme="screen" standalone />;
    expect(expanded(toStaticMarkup(figure))).toBe(expanded(renderToStaticMarkup(figure)));
  });

  it("writes the logo of a figure as React itself does", () => {
    const logo = { url: "data:image/png;base64,AAAA", width: 4, height: 1 };
    const model = { ...prepareTargetChart(aRevisedCumulativeChart()), logo };
    const figure = <ChartFigure model={model} width={640} height={360} theme="screen" standalone />;
    expect(toStaticMarkup(figure)).toContain('xlink:href="data:image/png;base64,AAAA"');
    expect(expanded(toStaticMarkup(figure))).toBe(expanded(renderToStaticMarkup(figure)));
  });

  it("escapes user input in text and in attributes", () => {
    const hostile = '"><script>alert(1)</script>&';
    expect(toStaticMarkup(<text aria-label={hostile}>{hostile}</text>)).toBe(
      '<text aria-label="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;</text>',
    );
  });

  it("removes invisible characters and characters that are invalid in XML", () => {
    expect(toStaticMarkup(<text>{"a\u0000\u0008b\tc\u000bd\ufffee\u202e"}</text>)).toBe("<text>ab\tc\nde</text>");
  });

  it("writes attribute names, boolean attributes and void elements according to HTML", () => {
    const row = (
      <p className="a" hidden={false} style={{ color: "red", marginTop: "1px" }} data-numeric={false}>
        <label htmlFor="b">
          c<input id="b" tabIndex={0} />
        </label>
        <span />
        <br />
        <svg viewBox="0 0 1 1" strokeWidth={2} aria-hidden="true">
          <path d="M0 0" />
        </svg>
      </p>
    );
    expect(toStaticMarkup(row)).toBe(
      '<p class="a" style="color:red;margin-top:1px" data-numeric="false"><label for="b">c<input id="b" tabindex="0"/></label><span></span><br/>' +
        '<svg viewBox="0 0 1 1" stroke-width="2" aria-hidden="true"><path d="M0 0"/></svg></p>',
    );
    expect(expanded(toStaticMarkup(row)).toLowerCase()).toBe(expanded(renderToStaticMarkup(row)).toLowerCase());
  });
});
