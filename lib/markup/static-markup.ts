// Renders React elements to markup in one pass. Figures and static rows are plain functions of their props, so this
// is enough for files (Next excludes react-dom from route handlers) and for pages (components/ui/static-markup).
import { Fragment, isValidElement, type ReactNode } from "react";
import { escapeHtml } from "./escape-html";

/** SVG attributes with capitals; all others are written in kebab-case. */
const CAMEL_CASE = new Set(["viewBox", "patternUnits", "preserveAspectRatio"]);

const OTHER_NAMES: Readonly<Record<string, string>> = {
  className: "class",
  htmlFor: "for",
  xlinkHref: "xlink:href",
  xmlnsXlink: "xmlns:xlink",
};

const NOT_ATTRIBUTES = new Set(["children", "key", "ref"]);

/** HTML void elements; in SVG every empty element is self-closing. */
const VOID = new Set(["br", "hr", "img", "input", "wbr"]);

function hyphenated(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

function attributeName(name: string, isSvg: boolean): string {
  if (Object.hasOwn(OTHER_NAMES, name)) return OTHER_NAMES[name] ?? name;
  if (!isSvg) return name.toLowerCase();
  return CAMEL_CASE.has(name) ? name : hyphenated(name);
}

function styleText(style: object): string {
  return Object.entries(style)
    .map(([name, value]) => `${hyphenated(name)}:${value}`)
    .join(";");
}

function attributeText(name: string, value: unknown): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  if (name === "style" && typeof value === "object" && value !== null) return styleText(value);
  throw new TypeError(`attribute ${name} is neither text nor a number`);
}

function attribute(name: string, value: unknown, isSvg: boolean): string {
  if (value === null || value === undefined || NOT_ATTRIBUTES.has(name)) return "";
  // aria- and data- attributes have the value "false"; for others, false omits the attribute.
  if (value === false && !name.includes("-")) return "";
  return ` ${attributeName(name, isSvg)}="${escapeHtml(attributeText(name, value))}"`;
}

/**
 * The node as markup. Components are called, so they must be plain functions: no state, no effects, no client
 * components. On a page they may use translations, like the component around them.
 * @param isSvg whether the node is inside an svg element.
 * @throws TypeError for anything other than such a component, an element, text or a number.
 */
export function toStaticMarkup(node: ReactNode, isSvg = false): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string" || typeof node === "number") return escapeHtml(String(node));
  if (Array.isArray(node)) return node.map((one) => toStaticMarkup(one, isSvg)).join("");
  if (!isValidElement<Record<string, unknown>>(node)) throw new TypeError("not a plain element");
  const { type, props } = node;
  const children = props.children as ReactNode;
  if (type === Fragment) return toStaticMarkup(children, isSvg);
  if (typeof type === "function") return toStaticMarkup((type as (props: unknown) => ReactNode)(props), isSvg);
  if (typeof type !== "string") throw new TypeError("not a plain component");
  const isSvgHere = isSvg || type === "svg";
  let tag = type;
  for (const name in props) tag += attribute(name, props[name], isSvgHere);
  const inside = toStaticMarkup(children, isSvgHere);
  if (inside === "" && (isSvgHere || VOID.has(type))) return `<${tag}/>`;
  return `<${tag}>${inside}</${type}>`;
}
