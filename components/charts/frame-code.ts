// The HTML code that embeds a figure in other pages.
import { escapeHtml } from "@/lib/markup/escape-html";

/**
 * A frame without cookies, and a script that fits its height to the message of its page; other origins are ignored.
 * @param address absolute URL of the frame's page.
 */
export function frameCode(address: string, title: string, origin: string): string {
  const script = `addEventListener("message",e=>{if(e.origin!=="${origin}")return;for(const f of document.querySelectorAll("iframe[data-guatu]"))if(f.contentWindow===e.source&&e.data.guatuHeight>0)f.height=Math.ceil(Math.min(e.data.guatuHeight,5000))})`;
  return `<iframe data-guatu src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="100%" height="560" style="border:0" loading="lazy"></iframe>\n<script>${script}</script>`;
}
