import { expect, test } from "vitest";
import { extractDocument } from "./extract";

test.each([
  ["The Transport Bureau will complete 88 transport projects in 2026.", ["transport projects completed"]],
  [
    "We will complete 88 road projects worth CNY 40.2 billion in 2026.",
    ["road projects completed", "value of road projects completed"],
  ],
  ["The Housing Department will start at least 3,500 affordable homes by 30 June 2026.", ["affordable homes started"]],
  ["Milestones include building 1.5 million homes in the region.", ["homes in the region built"]],
  ["The number of charging points will double to 12,000 by the end of 2027.", ["number of charging points"]],
  ["The share of good air days will reach 85 per cent or more.", ["share of good air days"]],
  ["By November 2025, 310 km of cycle lanes had been completed.", ["cycle lanes completed"]],
  ["About 200,000 homes are currently built per year.", ["homes built per year"]],
  ["Reduce emissions from buildings by 30% by 2030 against 2020.", ["emissions from buildings"]],
  ["Household waste per person should fall by 12% compared with 2019.", ["Household waste per person"]],
  ["A record 75% of pupils ready to learn when they start school.", ["pupils ready to learn when they start school"]],
  ["The city is on track to at least 95% clean power by 2030.", ["clean power"]],
  ["Total net emissions of no more than 290 megatonnes by 2030.", ["Total net emissions"]],
  ["Unemployment below 4.5% in 2026.", ["Unemployment"]],
  ["We aim to train 1,200 nurses a year and to hire 300 doctors by December.", ["nurses trained", "doctors hired"]],
])("names what is measured: %s", (text, names) => {
  expect(extractDocument(`Plan 2026\n${text}`).commitments.map(({ metric }) => metric)).toEqual(names);
});
