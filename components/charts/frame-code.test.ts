import { expect, test } from "vitest";
import { frameCode } from "./frame-code";

const ADDRESS = "https://guatu.example/embed/targets/NT-T02?lang=en&theme=screen";
const ORIGIN = "https://guatu.example";

test("is a frame with an accessible name, and a script that takes its height from our page only", () => {
  expect(frameCode(ADDRESS, "Transport investment", ORIGIN)).toBe(
    `<iframe data-guatu src="https://guatu.example/embed/targets/NT-T02?lang=en&amp;theme=screen" title="Transport investment" width="100%" height="560" style="border:0" loading="lazy"></iframe>
<script>addEventListener("message",e=>{if(e.origin!=="https://guatu.example")return;for(const f of document.querySelectorAll("iframe[data-guatu]"))if(f.contentWindow===e.source&&e.data.guatuHeight>0)f.height=Math.ceil(Math.min(e.data.guatuHeight,5000))})</script>`,
  );
});

test("escapes a title that contains markup", () => {
  const code = frameCode(ADDRESS, '"><script>alert(1)</script>', ORIGIN);
  expect(code).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(code.match(/<script>/g)).toHaveLength(1);
});
