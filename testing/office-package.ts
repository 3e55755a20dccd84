// Checks an Office file as a package (ECMA-376, part 2): its parts, content types and relationships, and their ids.
import JSZip from "jszip";

interface Relationship {
  readonly id: string;
  readonly target: string;
  readonly isExternal: boolean;
}

const attribute = (tag: string, name: string) => tag.match(new RegExp(`(?:^|\\s)${name}="([^"]*)"`))?.[1] ?? "";
const tagsOf = (xml: string, name: string) => xml.match(new RegExp(`<${name}(?=[\\s/>])[^>]*>`, "g")) ?? [];

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** The first tag that is not closed, or closes another; null for a well-formed nesting. */
function brokenTag(xml: string): string | null {
  const open: string[] = [];
  for (const [tag, slash, name = "", end] of xml
    .replace(/<!--.*?-->|<\?.*?\?>/gs, "")
    .matchAll(/<(\/?)([\w:.-]+)[^>]*?(\/?)>/g)) {
    if (end === "/") continue;
    if (slash !== "/") open.push(name);
    else if (open.pop() !== name) return tag;
  }
  return open[0] ?? null;
}

/** The path of a relationship's target inside the package. */
function resolved(source: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  return new URL(target, `file:///${source}`).pathname.slice(1);
}

/** `word/_rels/document.xml.rels` → `word/document.xml`; the package's own relationships have no source. */
const sourceOf = (rels: string) => rels.replace("_rels/", "").replace(/\.rels$/, "");

function relationshipsIn(xml: string): Relationship[] {
  return tagsOf(xml, "Relationship").map((tag) => ({
    id: attribute(tag, "Id"),
    target: attribute(tag, "Target"),
    isExternal: attribute(tag, "TargetMode") === "External",
  }));
}

function relationshipProblems(rels: string, texts: ReadonlyMap<string, string>, parts: ReadonlySet<string>): string[] {
  const source = sourceOf(rels);
  const all = relationshipsIn(texts.get(rels) ?? "");
  const ids = new Set(all.map(({ id }) => id));
  const used = [...(texts.get(source) ?? "").matchAll(/\sr:(?:id|embed|link|pict)="([^"]+)"/g)].map(
    ([, id = ""]) => id,
  );
  return [
    ...(source === "" || parts.has(source) ? [] : [`${rels}: its part is missing`]),
    ...repeated(all.map(({ id }) => id)).map((id) => `${rels}: id ${id} is repeated`),
    ...all
      .filter(({ target, isExternal }) => !isExternal && !parts.has(resolved(source, target)))
      .map(({ id, target }) => `${rels}: ${id} has no part ${target}`),
    ...used.filter((id) => !ids.has(id)).map((id) => `${source}: no relationship ${id}`),
  ];
}

function contentTypeProblems(xml: string, parts: ReadonlySet<string>): string[] {
  const defaults = tagsOf(xml, "Default").map((tag) => attribute(tag, "Extension").toLowerCase());
  const overrides = tagsOf(xml, "Override").map((tag) => attribute(tag, "PartName").replace(/^\//, ""));
  const typed = (part: string) =>
    overrides.includes(part) || defaults.includes(part.split(".").at(-1)?.toLowerCase() ?? "");
  return [
    ...repeated([...defaults, ...overrides]).map((name) => `content type of ${name} is repeated`),
    ...overrides.filter((part) => !parts.has(part)).map((part) => `content type of missing part ${part}`),
    ...[...parts]
      .filter((part) => part !== "[Content_Types].xml" && !typed(part))
      .map((part) => `no content type: ${part}`),
  ];
}

/** The ids that must be unique in one part: shapes, slides, sheets, bookmarks, footnotes. */
const UNIQUE: readonly (readonly [RegExp, string, string])[] = [
  [/^ppt\/slides\/slide\d+\.xml$/, "p:cNvPr", "id"],
  [/^ppt\/presentation\.xml$/, "p:sldId", "id"],
  [/^word\/document\.xml$/, "wp:docPr", "id"],
  [/^word\/document\.xml$/, "w:bookmarkStart", "w:id"],
  [/^word\/footnotes\.xml$/, "w:footnote", "w:id"],
  [/^word\/styles\.xml$/, "w:style", "w:styleId"],
  [/^xl\/workbook\.xml$/, "sheet", "sheetId"],
  [/^xl\/workbook\.xml$/, "sheet", "name"],
];

function idProblems(part: string, xml: string): string[] {
  return UNIQUE.filter(([pattern]) => pattern.test(part)).flatMap(([, tag, name]) =>
    repeated(tagsOf(xml, tag).map((one) => attribute(one, name))).map((id) => `${part}: ${tag} ${id} is repeated`),
  );
}

/** What refers by id or number to a list in another part. */
function referenceProblems(texts: ReadonlyMap<string, string>): string[] {
  const word = texts.get("word/document.xml") ?? "";
  const ids = (part: string, tag: string, name: string) =>
    new Set(tagsOf(texts.get(part) ?? "", tag).map((one) => attribute(one, name)));
  const styles = ids("word/styles.xml", "w:style", "w:styleId");
  const notes = ids("word/footnotes.xml", "w:footnote", "w:id");
  const usedStyles = ["w:pStyle", "w:rStyle", "w:tblStyle"].flatMap((tag) => tagsOf(word, tag));
  const strings = tagsOf(texts.get("xl/sharedStrings.xml") ?? "", "si").length;
  const formats = (texts.get("xl/styles.xml") ?? "").match(/<cellXfs.*?<\/cellXfs>/s)?.[0] ?? "";
  const cells = [...texts]
    .filter(([part]) => /^xl\/worksheets\/[^/]+\.xml$/.test(part))
    .flatMap(([, xml]) => [...xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)]);
  return [
    ...usedStyles.filter((tag) => !styles.has(attribute(tag, "w:val"))).map((tag) => `no style for ${tag}`),
    ...tagsOf(word, "w:footnoteReference")
      .filter((tag) => !notes.has(attribute(tag, "w:id")))
      .map((tag) => `no note for ${tag}`),
    ...cells.flatMap(([, attributes = "", inside = ""]) => [
      ...(Number(attribute(attributes, "s") || 0) < Math.max(1, tagsOf(formats, "xf").length)
        ? []
        : [`no format for ${attributes}`]),
      ...(attribute(attributes, "t") === "s" && Number(inside.match(/<v>(\d+)<\/v>/)?.[1]) >= strings
        ? [`no string for ${attributes}`]
        : []),
    ]),
  ];
}

/** The main part of each kind of file. */
const MAIN = ["word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"];

/** What is wrong with a .docx, .xlsx or .pptx file, and the workbooks embedded in it; empty if nothing is. */
export async function packageProblems(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.values(zip.files).flatMap(({ name, dir }) => (dir ? [] : [name]));
  const parts = new Set(names);
  const isText = (name: string) => /\.(xml|rels)$/.test(name);
  const texts = new Map<string, string>();
  for (const name of names) if (isText(name)) texts.set(name, (await zip.file(name)?.async("string")) ?? "");
  const required = ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml"];
  const embedded = names.filter((name) => name.endsWith(".xlsx"));
  const inside = await Promise.all(
    embedded.map(async (name) => {
      const workbook = (await zip.file(name)?.async("uint8array")) ?? new Uint8Array();
      return (await packageProblems(workbook)).map((problem) => `${name}: ${problem}`);
    }),
  );
  return [
    ...required.filter((name) => !parts.has(name)).map((name) => `no ${name}`),
    ...(MAIN.filter((name) => parts.has(name)).length === 1 ? [] : ["not one main part"]),
    ...contentTypeProblems(texts.get("[Content_Types].xml") ?? "", parts),
    ...names.filter((name) => name.endsWith(".rels")).flatMap((name) => relationshipProblems(name, texts, parts)),
    ...[...texts].flatMap(([name, xml]) => {
      const tag = brokenTag(xml);
      return [...(tag === null ? [] : [`${name}: not well-formed at ${tag}`]), ...idProblems(name, xml)];
    }),
    ...referenceProblems(texts),
    ...inside.flat(),
  ];
}

/** The text of an element of the properties of an Office file. */
export async function propertyOf(bytes: Uint8Array, element: string): Promise<string | null> {
  const zip = await JSZip.loadAsync(bytes);
  const xml = await Promise.all(
    ["core", "app"].map(async (part) => (await zip.file(`docProps/${part}.xml`)?.async("string")) ?? ""),
  );
  return xml.join("").match(new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)</${element}>`))?.[1] ?? null;
}
