// The font of all files, so that Chinese is shown on machines without a Chinese font.
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Font, openSync as openFont } from "fontkit";

/** Replaces a character that the font lacks (〓, a visible placeholder). */
const MISSING_GLYPH = "〓";

export interface FontFiles {
  readonly regular: string;
  readonly bold: string;
}

const FONT_PATHS = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
} as const;

/** The font in two weights, from its npm package. */
export function fontFiles(): FontFiles {
  // Resolved from the project folder: a bundler moves this module but not node_modules.
  const require = createRequire(join(process.cwd(), "package.json"));
  return { regular: require.resolve(FONT_PATHS.regular), bold: require.resolve(FONT_PATHS.bold) };
}

/** Characters that only modify the previous one: they need no glyph. */
const SHAPELESS = /\p{Default_Ignorable_Code_Point}/u;
/** Characters to check for a glyph. The font has all other visible ones. */
const BEYOND_ASCII = /\P{ASCII}/gu;

let covered: ReadonlySet<number> | null = null;
const opened = new Map<keyof FontFiles, Font>();

/** Loaded once. */
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

/** The font's curly quotes and ellipses are full width; text without Chinese gets narrow ones. */
const NARROW: Readonly<Record<string, string>> = { "“": '"', "”": '"', "‘": "'", "’": "'", "…": "..." };

function withNarrowMarks(text: string): string {
  if (!/[“”‘’…]/.test(text)) return text;
  return text.replace(TAGS_AND_TEXTS, (part) =>
    part.startsWith("<") || CHINESE.test(part) ? part : part.replace(/[“”‘’…]/g, (mark) => NARROW[mark] ?? mark),
  );
}

/**
 * Replaces every character that the font lacks with the placeholder, in text or markup: drawing libraries would omit the
 * whole run of text. A tab becomes a space; other white space and tags are unchanged.
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
