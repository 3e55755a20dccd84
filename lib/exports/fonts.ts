// The font every file is lettered with, so that Chinese shows on a machine that has no Chinese font.
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Font, openSync as openFont } from "fontkit";

/** Stands for a character the font does not have (〓, the printers' placeholder): a gap would go unseen. */
const MISSING_GLYPH = "〓";

export interface FontFiles {
  readonly regular: string;
  readonly bold: string;
}

const FONT_PATHS = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
} as const;

/** The font in two weights, found where npm put it. */
export function fontFiles(): FontFiles {
  // From the project's own folder, not this module's: a bundler moves this module but not node_modules.
  const require = createRequire(join(process.cwd(), "package.json"));
  return { regular: require.resolve(FONT_PATHS.regular), bold: require.resolve(FONT_PATHS.bold) };
}

/** Characters that only change the one before: without a glyph nothing is missing. */
const SHAPELESS = /\p{Default_Ignorable_Code_Point}/u;
/** A drawing is mostly markup: only these have to be looked at one by one. The font has all the others that show. */
const BEYOND_ASCII = /\P{ASCII}/gu;

let covered: ReadonlySet<number> | null = null;
const opened = new Map<keyof FontFiles, Font>();

/** Opened once. */
export function getFont(weight: keyof FontFiles): Font {
  const font = opened.get(weight) ?? (openFont(fontFiles()[weight]) as Font);
  opened.set(weight, font);
  return font;
}

function coverage(): ReadonlySet<number> {
  covered ??= new Set(getFont("regular").characterSet);
  return covered;
}

const TAGS_AND_TEXTS = /<[^>]*>|[^<>]+/g;
const CHINESE = /[⺀-〿㐀-鿿＀-￯]/;

/** The font's curly quotes and dots are those of Chinese, a whole square wide: a text without Chinese gets narrow ones. */
const NARROW: Readonly<Record<string, string>> = { "“": '"', "”": '"', "‘": "'", "’": "'", "…": "..." };

function withNarrowMarks(text: string): string {
  if (!/[“”‘’…]/.test(text)) return text;
  return text.replace(TAGS_AND_TEXTS, (part) =>
    part.startsWith("<") || CHINESE.test(part) ? part : part.replace(/[“”‘’…]/g, (mark) => NARROW[mark] ?? mark),
  );
}

/**
 * The text, or a drawing's markup, with every character the font lacks replaced by the placeholder: a drawing library
 * would otherwise leave out the whole run of text around it. A tab is a space; other white space and tags pass.
 */
export function replaceMissingGlyphs(text: string): string {
  const known = coverage();
  return withNarrowMarks(text)
    .replaceAll("\t", " ")
    .replace(BEYOND_ASCII, (character) => {
      if (known.has(character.codePointAt(0) ?? 0)) return character;
      return SHAPELESS.test(character) ? "" : MISSING_GLYPH;
    });
}
