import { describe, expect, it } from "vitest";
import { countPages, parseDeskView, toSlice } from "./desk-view";

const LISTS = ["drafts", "requests"] as const;

describe("the part of a desk that a URL selects", () => {
  it("returns the first 30 entries of every list without a list name, or with an unknown one", () => {
    for (const params of [{}, { list: "drafts'" }, { page: "4" }, { list: ["drafts", "requests"] }]) {
      const view = parseDeskView(params, LISTS);
      expect(view).toEqual({ list: null, page: 1 });
      expect(toSlice(view, "drafts")).toEqual({ skip: 0, take: 30 });
    }
  });

  it("returns a page of 50 entries of one list, and none of the others", () => {
    const view = parseDeskView({ list: "drafts", page: "3" }, LISTS);
    expect(toSlice(view, "drafts")).toEqual({ skip: 100, take: 50 });
    expect(toSlice(view, "requests")).toEqual({ skip: 0, take: 0 });
    expect([countPages(0), countPages(50), countPages(51)]).toEqual([1, 1, 2]);
  });

  it("returns the first page if the page number is invalid", () => {
    for (const page of ["0", "-1", "1.5", "x", "99999999999"]) {
      expect(parseDeskView({ list: "drafts", page }, LISTS)).toEqual({ list: "drafts", page: 1 });
    }
  });
});
