// The messages: the same keys and ICU arguments in both languages, every message parses, every key is used, and only
// ICU fills placeholders.
// Keys that do not exist fail the type check: they are typed from en.json.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { inRoot, root } from "../launcher/paths.mjs";

const LANGUAGES = ["en", "zh-CN"];
/** English lists only the values of a column, Chinese adds the word of each. */
const ARGUMENTS_DIFFER = new Set(["codebook.value"]);

const read = (file) => readFileSync(inRoot(file), "utf8");

function flatten(messages, prefix = "") {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** Names of a message's arguments, sorted, including those inside plurals and selects. */
function argumentsOf(elements) {
  const names = elements.flatMap(({ type, value, options = {}, children = [] }) => [
    ...(type === 0 || type === 7 ? [] : [value]),
    ...Object.values(options).flatMap((option) => argumentsOf(option.value)),
    ...argumentsOf(children),
  ]);
  return [...new Set(names)].sort();
}

/** One line per key that is missing, has other arguments or does not parse. @param languages language → messages */
function compareLanguages(languages) {
  const faults = [];
  const [first, second] = LANGUAGES.map((language) => new Map(flatten(languages[language])));
  for (const key of new Set([...first.keys(), ...second.keys()])) {
    const [one, other] = [first, second].map((messages) => messages.get(key));
    if (one === undefined) faults.push(`${key}: missing in ${LANGUAGES[0]}`);
    if (other === undefined) faults.push(`${key}: missing in ${LANGUAGES[1]}`);
    if (one === undefined || other === undefined) continue;
    try {
      const names = [one, other].map((message) =>
        argumentsOf(new IntlMessageFormat(message, "en").getAst()).join(", "),
      );
      if (names[0] !== names[1] && !ARGUMENTS_DIFFER.has(key))
        faults.push(`${key}: arguments differ: {${names[0]}} in ${LANGUAGES[0]}, {${names[1]}} in ${LANGUAGES[1]}`);
    } catch (error) {
      faults.push(`${key}: ${error.message}`);
    }
  }
  return faults;
}

const NAMESPACE = /(?:get|use)Translations\(\s*"([^"]+)"/g;
const LITERAL = /"([A-Za-z0-9][\w-]*(?:\.[\w-]+)*)"/g;
const TEMPLATE = /`([\w.-]*\$\{[^}`]*\}[\w.\-${}]*)`/g;
const PROPERTY = /\b(?:messages|\w*[wW]ords|labels|review|report|form|import)((?:\.[A-Za-z]+)+)/g;

/** The keys that a file uses, as patterns: under its namespaces, or under any if it receives a translator. */
function keysIn(text, allNamespaces) {
  const own = [...text.matchAll(NAMESPACE)].map(([, name]) => `${name}.`);
  const isRoot = /getTranslator\(|getMessages\(|Messages\[/.test(text);
  // A whole key may be given to a translator that another file has made.
  const prefixes = ["", ...(own.length > 0 ? own : isRoot ? [] : allNamespaces)];
  const literals = [...text.matchAll(LITERAL)].map(([, literal]) => literal.replaceAll(".", "\\."));
  const templates = [...text.matchAll(TEMPLATE)]
    .map(([, template]) => template.replace(/\$\{[^}]*\}/g, "§"))
    .filter((template) => /^[\w.§-]+$/.test(template) && /\w/.test(template.replaceAll("§", "")))
    .map((template) => template.replaceAll(".", "\\.").replaceAll("§", ".+"));
  const properties = [...text.matchAll(PROPERTY)].map(
    ([, path]) => `(.+\\.)?${path.slice(1).replaceAll(".", "\\.")}(\\..+)?`,
  );
  return [
    ...prefixes.flatMap((prefix) => [...literals, ...templates].map((key) => prefix.replaceAll(".", "\\.") + key)),
    ...properties,
  ];
}

/** Keys of the messages that no source uses. @param sources file texts */
function listUnusedKeys(messages, sources) {
  const namespaces = Object.keys(messages).map((name) => `${name}.`);
  const patterns = new Set(sources.flatMap((text) => keysIn(text, namespaces)));
  const exact = new Set();
  const dynamic = [];
  for (const pattern of patterns) {
    if (/[+?(]/.test(pattern)) dynamic.push(new RegExp(`^(?:${pattern})$`));
    else exact.add(pattern.replaceAll("\\.", "."));
  }
  const isUsed = (key) => exact.has(key) || dynamic.some((pattern) => pattern.test(key));
  return flatten(messages)
    .map(([key]) => key)
    .filter((key) => !isUsed(key));
}

const HAND_FILLED = /\.replace(?:All)?\(\s*(?:["'`]|\/\\?)\{/;
/** Fills the numbering patterns that offices write in their bulletin templates. */
const FILLS_OWN_PATTERNS = "lib/bulletins/template.ts";

/** Files that fill a placeholder without ICU, and so without plurals. @param sources file → text */
function listHandFilled(sources) {
  return [...sources]
    .filter(([file, text]) => file !== FILLS_OWN_PATTERNS && HAND_FILLED.test(text))
    .map(([file]) => `${file}: replaces a {placeholder}; use t() or formatMessage()`);
}

/** The faults of the messages, one line per fault. */
export function listMessageFaults() {
  const languages = Object.fromEntries(
    LANGUAGES.map((language) => [language, JSON.parse(read(`messages/${language}.json`))]),
  );
  const tracked = execFileSync("git", ["ls-files", "app", "components", "lib", "scripts"], {
    cwd: root,
    encoding: "utf8",
  });
  const sources = new Map(
    tracked
      .trim()
      .split("\n")
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && existsSync(inRoot(file)))
      .map((file) => [file, read(file)]),
  );
  const unused = listUnusedKeys(languages.en, [...sources.values()]).map((key) => `${key}: no code uses it`);
  return [...compareLanguages(languages), ...unused, ...listHandFilled(sources)];
}
