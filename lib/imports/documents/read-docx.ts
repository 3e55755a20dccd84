// The text of a Word document: its paragraphs, list numbers, tables and footnotes; no macros, pictures or links.
import JSZip from "jszip";
import mammoth from "mammoth";
import { readHtml } from "@/lib/imports/documents/read-html";

/** Only the parts with text. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/document\.xml\.rels)$/;
const MOST_UNPACKED_BYTES = 60 * 1024 * 1024;

/** `too-large` if the parts unpack to more than a document has; null if the bytes are no Word document. */
export async function readDocx(bytes: Uint8Array): Promise<string | null> {
  const archive = await JSZip.loadAsync(bytes);
  const lean = new JSZip();
  let left = MOST_UNPACKED_BYTES;
  for (const file of Object.values(archive.files)) {
    if (file.dir || !WANTED.test(file.name)) continue;
    const part = await unpackWithin(file, left);
    if (part === null) return "too-large";
    left -= part.length;
    lean.file(file.name, part, { compression: "STORE" });
  }
  if (lean.file("word/document.xml") === null) return null;
  const buffer = await lean.generateAsync({ type: "nodebuffer" });
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml({ buffer }, { convertImage, externalFileAccess: false });
  return readHtml(value);
}

/** Stops unpacking at the limit: the sizes in an archive's directory may lie. Null beyond it. */
function unpackWithin(file: JSZip.JSZipObject, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stream = file.nodeStream();
    stream.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        stream.pause();
        resolve(null);
      } else {
        chunks.push(chunk);
      }
    });
    stream.on("end", () => resolve(Buffer.concat(chunks)));
    stream.on("error", reject);
  });
}
