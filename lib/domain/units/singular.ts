// English units after 1.

const IRREGULAR: Readonly<Record<string, string>> = {
  people: "person",
  children: "child",
  buses: "bus",
  times: "times",
  series: "series",
  species: "species",
};

/**
 * The unit after 1, by the rules of regular plurals for its last word: schools → school, cities → city, boxes → box.
 * A sign, an abbreviation (t, pp, GHz) and a rate stay as they are.
 */
export function toSingular(unit: string): string {
  if (unit.includes("/")) return unit;
  const [, before = "", last = ""] = unit.match(/^(.*?)([a-z]+)$/) ?? [];
  if (last === "") return unit;
  return before + (IRREGULAR[last] ?? regular(last));
}

function regular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.replace(/(?<=ss|x|ch|sh)es$|s$/, "");
}
