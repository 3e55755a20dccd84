import { describe, expect, it } from "vitest";
import { contentDisposition } from "./disposition";

describe("contentDisposition", () => {
  it("writes Chinese in the extended form with an ASCII fallback", () => {
    expect(contentDisposition("inline", "NT-T02 大交通", "NT-T02", "png")).toBe(
      `inline; filename="NT-T02.png"; filename*=UTF-8''NT-T02%20%E5%A4%A7%E4%BA%A4%E9%80%9A.png`,
    );
  });

  it("escapes what could break out of the header or name a folder", () => {
    expect(contentDisposition("attachment", 'a"\r\nx: y/..\\b', 'a"\r\nb/c', "csv")).toBe(
      `attachment; filename="a b c.csv"; filename*=UTF-8''a%20x%20y%20..%20b.csv`,
    );
    expect(contentDisposition("inline", "it's (new)", "x", "svg")).toContain("it%27s%20%28new%29.svg");
  });

  it("writes other scripts as underscores in the fallback and truncates long names", () => {
    expect(contentDisposition("inline", "x", "名é", "pdf")).toContain('filename="__.pdf"');
    expect(contentDisposition("inline", "长".repeat(500), "x", "pdf")).toHaveLength(
      `inline; filename="x.pdf"; filename*=UTF-8''`.length + 120 * 9 + 4,
    );
  });
});
