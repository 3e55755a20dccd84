// React elements → SVG text without react-dom, which Next keeps out of route handlers. The figures are plain
// functions of their props (no state, no hooks), so a walk over the tree is all that is needed.
import { Fragment, isValidElement, type ReactNode } from "react";

/** Attributes that keep their capitals in SVG; every other one is written-with-hyphens. */
const CAMEL_CASE = new Set(["viewBox", "patternUnits", "preserveAspectRatio"]);

const NOT_ATTRIBUTES = new Set(["children", "key", "ref"]);

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Without the control characters that XML cannot hold at all. */
function legal(text: string): string {
  return text.replace(/[\p{Cc}\ufffe\uffff]/gu, (control) => (/\s/.test(control) ? control : ""));
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined || value === false || NOT_ATTRIBUTES.has(name)) return "";
  if (typeof value !== "string" && typeof value !== "number" && value !== true) {
    throw new TypeError(`attribute ${name} is no text or number`);
  }
  const written = CAMEL_CASE.has(name) ? name : name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return ` ${written}="${escaped(legal(String(value)))}"`;
}

/**
 * The node as markup. Components are called, so they must be plain functions without hooks.
 * @throws TypeError for anything that is no such component, element, text or number.
 */
export function toStaticMarkup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string" || typeof node === "number") return escaped(legal(String(node)));
  if (Array.isArray(node)) return node.map(toStaticMarkup).join("");
  if (!isValidElement<Record<string, unknown>>(node)) throw new TypeError("not a plain element");
  const { type, props } = node;
  const children = () => toStaticMarkup(props.children as ReactNode);
  if (type === Fragment) return children();
  if (typeof type === "function") return toStaticMarkup((type as (props: unknown) => ReactNode)(props));
  if (typeof type !== "string") throw new TypeError("not a plain component");
  const attributes = Object.entries(props).map(([name, value]) => attribute(name, value));
  const inside = children();
  return inside === "" ? `<${type}${attributes.join("")}/>` : `<${type}${attributes.join("")}>${inside}</${type}>`;
}
