// Simplified and traditional characters: a word as typed, in simplified and in traditional characters.
import { Converter as toTraditional } from "opencc-js/cn2t";
import { Converter as toSimplified } from "opencc-js/t2cn";

type Convert = (text: string) => string;

/** Reading a dictionary takes 0.1 s, so each converter is made when it is first needed. */
function lazily(make: () => Convert): Convert {
  let convert: Convert | undefined;
  return (text) => {
    convert ??= make();
    return convert(text);
  };
}

const CONVERTERS: readonly Convert[] = [
  lazily(() => toSimplified({ from: "t", to: "cn" })),
  lazily(() => toTraditional({ from: "cn", to: "t" })),
];

/** The word itself and its other scripts, without repetitions. A word without Chinese characters is returned as it is. */
export function scriptVariants(word: string): string[] {
  if (!/\p{Script=Han}/u.test(word)) return [word];
  return [...new Set([word, ...CONVERTERS.map((convert) => convert(word))])];
}
