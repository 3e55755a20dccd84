// The scripts of an embedded figure. Each is allowed by its hash, so that nothing else can run; they load and send nothing
// except the height of the figure to the embedding page.
import "server-only";
import { createHash } from "node:crypto";

export const HEIGHT_SCRIPT =
  "if(parent!==self)new ResizeObserver(()=>parent.postMessage({guatuHeight:document.documentElement.offsetHeight},'*')).observe(document.documentElement)";

/**
 * Shows the readings of the day that is nearest to the pointer or selected with the arrow keys; Escape hides them. The
 * figure itself is not drawn again.
 */
export const TOOLTIP_SCRIPT = `{
const tip=document.querySelector(".tip"),box=tip.parentElement,rule=box.querySelector(".rule"),days=[...tip.querySelectorAll(":scope>div")];
let at=-1;
const shown=()=>[...box.querySelectorAll("[data-days]")].find(one=>one.getClientRects().length>0);
const hide=()=>{at=-1;tip.hidden=rule.hidden=true};
const show=index=>{
const drawing=shown();if(!drawing)return;
const [top,bottom,...xs]=drawing.dataset.days.split(" ").map(Number),svg=drawing.querySelector("svg");
at=Math.max(0,Math.min(xs.length-1,index));
const scale=svg.getBoundingClientRect().width/svg.viewBox.baseVal.width,x=xs[at]*scale;
days.forEach((one,i)=>{one.hidden=i!==at});
tip.hidden=rule.hidden=false;
rule.style.left=x+"px";rule.style.top=top*scale+"px";rule.style.height=(bottom-top)*scale+"px";
const room=box.clientWidth-tip.offsetWidth;
tip.style.left=Math.max(0,Math.min(room,x+12+tip.offsetWidth>box.clientWidth?x-12-tip.offsetWidth:x+12))+"px";
tip.style.top=top*scale+"px"};
const near=event=>{
const drawing=shown();if(!drawing)return;
const svg=drawing.querySelector("svg"),frame=svg.getBoundingClientRect(),xs=drawing.dataset.days.split(" ").slice(2).map(Number);
const x=(event.clientX-frame.left)*svg.viewBox.baseVal.width/frame.width;
show(xs.reduce((best,one,i)=>Math.abs(one-x)<Math.abs(xs[best]-x)?i:best,0))};
box.tabIndex=0;
box.addEventListener("pointermove",near);box.addEventListener("pointerdown",near);
box.addEventListener("pointerleave",event=>{if(event.pointerType==="mouse")hide()});
box.addEventListener("focusout",hide);
box.addEventListener("keydown",event=>{
if(event.isComposing)return;
const step={ArrowLeft:-1,ArrowRight:1}[event.key];
if(step){event.preventDefault();show(at<0?(step>0?0:days.length-1):at+step)}
else if(event.key==="Escape")hide()})
}`;

const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** The scripts that may run, for the content security policy. */
export const SCRIPT_HASHES = [HEIGHT_SCRIPT, TOOLTIP_SCRIPT].map(hashOf).join(" ");
