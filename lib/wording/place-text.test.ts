import { expect, test } from "vitest";
import { aReading } from "@/testing/target-builders";
import { placeChange, withPeers } from "./place-text";

test("a place is shown with the number of places, if it is known", () => {
  expect([withPeers("第3位", 13, "zh-CN"), withPeers("3rd", 13, "en")]).toEqual(["第3位（共13个）", "3rd of 13"]);
  expect([withPeers("第3位", null, "zh-CN"), withPeers("3rd", undefined, "en")]).toEqual(["第3位", "3rd"]);
});

test.each([
  [5, 3, "较上次上升2位", "up 2 places"],
  [2, 3, "较上次下降1位", "down 1 place"],
  [3, 3, "位次与上次相同", "same place as before"],
])("from place %i to %i", (before, after, zh, en) => {
  const readings = [aReading("2023-03-31", before), aReading("2023-06-30", after)];
  const change = (lang: "zh-CN" | "en") => placeChange("rank", readings, "2023-06-30", lang);
  expect([change("zh-CN"), change("en")]).toEqual([zh, en]);
});

test("the first place, an unknown place and other kinds have no change", () => {
  const readings = [aReading("2023-03-31", 5), aReading("2023-06-30", null)];
  expect(placeChange("rank", readings, "2023-03-31", "en")).toBeNull();
  expect(placeChange("rank", readings, "2023-06-30", "en")).toBeNull();
  expect(placeChange("level", [aReading("2023-03-31", 5), aReading("2023-06-30", 3)], "2023-06-30", "en")).toBeNull();
});
