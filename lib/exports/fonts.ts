// The font every file is lettered with, so that Chinese shows on a machine that has no Chinese font.
import { rmSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Font, openSync as openFont } from "fontkit";
import subsetFont from "subset-font";

export const FILE_FONT_FAMILY = "Noto Sans SC";

/** Stands for a character the font does not have (〓, the printers' placeholder): a gap would go unseen. */
export const MISSING_GLYPH = "〓";

export interface FontFiles {
  readonly regular: string;
  readonly bold: string;
}

const FONT_PATHS = {
  regular: "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  bold: "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
} as const;

/** The whole fonts, found where npm put them. */
export function wholeFonts(): FontFiles {
  // From the project's own folder, not this module's: a bundler moves this module but not node_modules.
  const require = createRequire(join(process.cwd(), "package.json"));
  return { regular: require.resolve(FONT_PATHS.regular), bold: require.resolve(FONT_PATHS.bold) };
}

/** A drawing is mostly markup: only these have to be looked at one by one. The font has all the others that show. */
const BEYOND_ASCII = /\P{ASCII}/gu;
const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index));

let covered: ReadonlySet<number> | null = null;
const opened = new Map<keyof FontFiles, Font>();

/** The whole font, opened once. */
export function fontOf(weight: keyof FontFiles): Font {
  const font = opened.get(weight) ?? (openFont(wholeFonts()[weight]) as Font);
  opened.set(weight, font);
  return font;
}

function coverage(): ReadonlySet<number> {
  if (covered === null) {
    covered = new Set(fontOf("regular").characterSet);
  }
  return covered;
}

/**
 * The text with every character the font lacks replaced by the placeholder: a drawing library would otherwise leave
 * out the whole run of text around it. White space and markup pass.
 */
export function coveredText(text: string): string {
  const known = coverage();
  return text.replace(BEYOND_ASCII, (character) =>
    known.has(character.codePointAt(0) ?? 0) ? character : MISSING_GLYPH,
  );
}

/** More characters than this are not gathered: the small font starts again from what is asked for. */
const MOST_GATHERED = 4000;

interface GatheredFonts {
  readonly characters: ReadonlySet<string>;
  readonly files: FontFiles;
}

let gathered: GatheredFonts | null = null;
let gathering: Promise<unknown> = Promise.resolve();
let folder: Promise<string> | null = null;
let generation = 0;

/** This process' own folder for small fonts, gone when the process is. */
function fontFolder(): Promise<string> {
  folder ??= mkdtemp(join(tmpdir(), "guatu-fonts-")).then((path) => {
    process.once("exit", () => rmSync(path, { recursive: true, force: true }));
    return path;
  });
  return folder;
}

async function gather(characters: ReadonlySet<string>): Promise<GatheredFonts> {
  const union = new Set([...(gathered?.characters ?? []), ...characters]);
  const kept = union.size > MOST_GATHERED ? characters : union;
  const path = await fontFolder();
  generation += 1;
  const whole = wholeFonts();
  const files = { regular: join(path, `regular-${generation}.ttf`), bold: join(path, `bold-${generation}.ttf`) };
  for (const weight of ["regular", "bold"] as const) {
    const bytes = await subsetFont(await readFile(whole[weight]), [...kept].join(""), { targetFormat: "sfnt" });
    await writeFile(files[weight], bytes);
  }
  return { characters: kept, files };
}

function hasAll(fonts: GatheredFonts | null, characters: ReadonlySet<string>): fonts is GatheredFonts {
  return fonts !== null && [...characters].every((character) => fonts.characters.has(character));
}

/**
 * Small fonts that hold at least the characters of `text`, made once and grown when a new character turns up.
 * Drawing with them is some thirty times faster than with the whole 10 MB. Falls back to the whole fonts.
 */
export async function fontsFor(text: string): Promise<FontFiles> {
  const characters = new Set([...ASCII, ...(text.match(BEYOND_ASCII) ?? [])]);
  if (hasAll(gathered, characters)) return gathered.files;
  const turn = gathering.then(async () => {
    if (!hasAll(gathered, characters)) gathered = await gather(characters);
    return gathered.files;
  });
  gathering = turn.catch(() => undefined);
  return turn.catch(() => wholeFonts());
}
