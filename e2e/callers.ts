// HTTP clients without a browser, and the text of the pages and files that they read.
import { type APIRequestContext, type APIResponse, request } from "@playwright/test";
import ExcelJS from "exceljs";
import JSZip from "jszip";
import { ACCOUNTS, type Role } from "@/e2e/access-table";
import { signInByForm } from "@/e2e/sign-in";

/** A new client for the role, signed in with the form of the sign-in page. */
export async function signedIn(role: Role, baseURL: string): Promise<APIRequestContext> {
  const extraHTTPHeaders = { "accept-language": "zh-CN" };
  const caller = await request.newContext({ baseURL, extraHTTPHeaders });
  if (role === "visitor") return caller;
  await signInByForm(caller, { id: ACCOUNTS[role] });
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
