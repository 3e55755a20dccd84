// What others paste into their pages to show a figure.
import { escapeHtml } from "@/lib/markup/escape-html";

/**
 * A frame without cookies, and the lines that fit it to the height its page tells; only our own page is listened to.
 * @param address of the frame's page, whole.
 */
export function frameCode(address: string, title: string, origin: string): string {
  const script = `addEventListener("message",e=>{if(e.origin!=="${origin}")return;for(const f of document.querySelectorAll("iframe[data-guatu]"))if(f.contentWindow===e.source&&e.data.guatuHeight>0)f.height=Math.ceil(Math.min(e.data.guatuHeight,5000))})`;
  return `<iframe data-guatu src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="100%" height="560" style="border:0" loading="lazy"></iframe>\n<script>${script}</script>`;
}
