// The fonts of files, so that Chinese is shown on machines without a Chinese font.
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Font, openSync as openFont } from "fontkit";
import type { Typeface } from "@/lib/charts/layout/figure-choices";
import { FILE_FONTS } from "@/lib/charts/layout/figure-layout";

export interface FontFiles {
  readonly regular: string;
  readonly bold: string;
}

const FONT_PATHS: Readonly<Record<Typeface, FontFiles>> = {
  sans: {
    regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
  },
  serif: {
    regular: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    bold: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  },
};

/** A font in two weights, from its npm package. Other weights are never read. */
export function fontFiles(typeface: Typeface = "sans"): FontFiles {
  // Resolved from the project folder: a bundler moves this module but not node_modules.
  const require = createRequire(join(process.cwd(), "package.json"));
  const { regular, bold } = FONT_PATHS[typeface];
  return { regular: require.resolve(regular), bold: require.resolve(bold) };
}

/** The attribute of our drawings that names their fonts. */
export const fontAttribute = (typeface: Typeface) => `font-family="${FILE_FONTS[typeface]}"`;

/** Of one of our drawings. A text cannot imitate the attribute: its quotes are escaped. */
export function typefaceOf(svg: string): Typeface {
  return svg.includes(fontAttribute("serif")) ? "serif" : "sans";
}

/** Characters that only modify the previous one: they need no glyph. */
const SHAPELESS = /\p{Default_Ignorable_Code_Point}/u;
/** Characters to check for a glyph. The font has all other visible ones. */
const BEYOND_ASCII = /\P{ASCII}+/gu;

const covered = new Map<Typeface, ReadonlySet<number>>();
const opened = new Map<string, Font>();

/** Loaded once. */
export function getFont(weight: keyof FontFiles, typeface: Typeface = "sans"): Font {
  const name = `${typeface} ${weight}`;
  const font = opened.get(name) ?? (openFont(fontFiles(typeface)[weight]) as Font);
  opened.set(name, font);
  return font;
}

function coverage(typeface: Typeface): ReadonlySet<number> {
  const known = covered.get(typeface) ?? new Set(getFont("regular", typeface).characterSet);
  covered.set(typeface, known);
  return known;
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
function withNames(run: string, typeface: Typeface): string {
  const known = coverage(typeface);
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
export function replaceMissingGlyphs(text: string, typeface: Typeface = "sans"): string {
  return withNarrowMarks(text)
    .replaceAll("\t", " ")
    .replace(BEYOND_ASCII, (run) => withNames(run, typeface));
}
