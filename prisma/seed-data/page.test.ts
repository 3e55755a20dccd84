import { describe, expect, it } from "vitest";
import { seedDepartments } from "@/prisma/seed-data/departments";
import { seedSource } from "@/prisma/seed-data/page";
import { seedQuotes } from "@/prisma/seed-data/quotes";

const essays = new Map(seedSource.essays.map((essay) => [essay.key, essay]));

describe("the newspaper page", () => {
  it("has six essays in reading order, each of a known department", () => {
    expect(seedSource.essays.map((essay) => [essay.order, essay.departmentSlug, essay.author])).toEqual([
      [1, "science", "赵果男"],
      [2, "commerce", "高红宇"],
      [3, "school", "万军"],
      [4, "transport", null],
      [5, "hitech", "高洪军"],
      [6, "haimen", "宋涯"],
    ]);
    const slugs = seedDepartments.map((department) => department.slug);
    for (const essay of seedSource.essays) expect(slugs).toContain(essay.departmentSlug);
  });

  it("contains every paragraph whole and every character once", () => {
    expect(seedSource.essays.map((essay) => essay.paragraphs.length)).toEqual([6, 5, 6, 7, 7, 6]);
    for (const essay of seedSource.essays) {
      for (const paragraph of essay.paragraphs) expect(paragraph).toMatch(/[。:)]$/);
    }
    const characters = seedSource.essays.flatMap((essay) => essay.paragraphs).join("").length;
    expect(characters).toBe(6694);
  });

  it("ends each essay with the printed office of its author", () => {
    for (const essay of seedSource.essays) {
      expect(essay.paragraphs.at(-1)).toMatch(new RegExp(`\\(作者系${essay.office}\\)$`));
      const department = seedDepartments.find((each) => each.slug === essay.departmentSlug);
      expect(department?.head).toEqual({ name: essay.author, office: essay.office, officeEn: essay.officeEn });
    }
  });
});

describe("the quotes", () => {
  it.each(seedQuotes)("$key appears verbatim, once, in its essay", ({ essayKey, text, textEn }) => {
    const paragraphs = essays.get(essayKey)?.paragraphs ?? [];
    expect(paragraphs.filter((paragraph) => paragraph.split(text).length === 2)).toHaveLength(1);
    expect(textEn).not.toMatch(/[一-鿿]/);
  });

  it("have unique keys", () => {
    expect(new Set(seedQuotes.map((quote) => quote.key)).size).toBe(29);
    expect(seedQuotes).toHaveLength(29);
  });
});
