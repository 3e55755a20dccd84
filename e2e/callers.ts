// HTTP clients without a browser: they sign in with the form of the sign-in page, submit forms as rendered, and read
// the text of pages and files.
import { type APIRequestContext, type APIResponse, expect, request } from "@playwright/test";
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { ACCOUNTS, type Role } from "@/e2e/access-table";

export function raise(reason: string): never {
  throw new Error(reason);
}

const attribute = (tag: string, name: string) =>
  new RegExp(` ${name.replace("$", "\\$")}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** The initial form data of the first form on the page that contains all of the texts. */
export function fieldsOf(html: string, ...texts: string[]): Record<string, string> {
  const forms = html.split("<form").slice(1);
  const found = forms
    .map((form) => form.split("</form>")[0] ?? "")
    .find((form) => texts.every((t) => form.includes(t)));
  const inputs = (found ?? raise(`no form with ${texts.join(" and ")}`)).match(/<input[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs.flatMap((tag) => {
      const name = attribute(tag, "name");
      return name === undefined ? [] : [[name, attribute(tag, "value") ?? ""]];
    }),
  );
}

/** A new client for the role, signed in with the form of the sign-in page. */
export async function signedIn(role: Role, baseURL: string): Promise<APIRequestContext> {
  const extraHTTPHeaders = { "accept-language": "zh-CN" };
  const caller = await request.newContext({ baseURL, extraHTTPHeaders });
  if (role === "visitor") return caller;
  const form = fieldsOf(await (await caller.get("/sign-in")).text(), 'name="userId"');
  const multipart = { ...form, userId: ACCOUNTS[role] };
  const answer = await caller.post("/sign-in", { multipart, maxRedirects: 0, headers: { origin: baseURL } });
  expect(answer.status(), role).toBe(303);
  return caller;
}

/** The text of a file or page; null for images and PDF files, which cannot be searched. */
export async function wordsOf(response: APIResponse): Promise<string | null> {
  const type = response.headers()["content-type"] ?? "";
  if (/^image\/png|^application\/pdf/.test(type)) return null;
  if (type === "application/zip") {
    const entries = Object.values((await JSZip.loadAsync(await response.body())).files);
    return (await Promise.all(entries.map((entry) => entry.async("string")))).join("\n");
  }
  if (!type.includes("spreadsheetml")) return response.text();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(await response.body()).buffer);
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
}
