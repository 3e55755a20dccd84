// The font of all files, so that Chinese is shown on machines without a Chinese font.
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Font, openSync as openFont } from "fontkit";

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
const BEYOND_ASCII = /\P{ASCII}+/gu;

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

/** Signs that the font lacks, and one that looks the same. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  "✕": "×",
  "✖": "×",
  "✗": "×",
  "✘": "×",
  "❌": "×",
  "✔": "✓",
  "✅": "✓",
};

const codeOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** The run with the code of each missing character, so that a reader can look it up: "[U+20BB7]". */
function withNames(run: string): string {
  const known = coverage();
  const parts: { missing: boolean; text: string }[] = [];
  for (const character of run) {
    const shown = LOOKALIKES[character] ?? character;
    const missing = !known.has(shown.codePointAt(0) ?? 0);
    if (missing && SHAPELESS.test(shown)) continue;
    const last = parts.at(-1);
    if (last?.missing !== missing) parts.push({ missing, text: missing ? codeOf(shown) : shown });
    else last.text += missing ? ` ${codeOf(shown)}` : shown;
  }
  return parts.map(({ missing, text }) => (missing ? `[${text}]` : text)).join("");
}

/**
 * Replaces every character that the font lacks with its code, in text or markup: drawing libraries would omit the whole
 * run of text, or print a box. A tab becomes a space; other white space and tags are unchanged.
 */
export function replaceMissingGlyphs(text: string): string {
  return withNarrowMarks(text).replaceAll("\t", " ").replace(BEYOND_ASCII, withNames);
}
