// The scripts of an embedded figure. Each is allowed by its hash, so that nothing else can run; they load and send nothing
// except the height of the figure to the embedding page.
import "server-only";
import { createHash } from "node:crypto";

export const HEIGHT_SCRIPT =
  "if(parent!==self)new ResizeObserver(()=>parent.postMessage({guatuHeight:document.documentElement.offsetHeight},'*')).observe(document.documentElement)";

/**
 * Shows the readings of the day or row that is nearest to the pointer or selected with the arrow keys: left and right for
 * the next one, up and down for the next panel or row. Escape hides them. The figure itself is not drawn again.
 */
export const TOOLTIP_SCRIPT = `{
const tip=document.querySelector(".tip"),box=tip.parentElement,rule=box.querySelector(".rule"),texts=[...tip.querySelectorAll(":scope>div")];
const groups=texts.map(one=>+one.dataset.group),hasGroups=groups.at(-1)>0;
let at=-1;
const shown=()=>[...box.querySelectorAll("[data-places]")].find(one=>one.getClientRects().length>0);
const placesOf=drawing=>drawing.dataset.places.split(",").map(one=>one.split(" ").map(Number));
const hide=()=>{at=-1;tip.hidden=rule.hidden=true};
const show=index=>{
const drawing=shown();if(!drawing)return;
const places=placesOf(drawing),svg=drawing.querySelector("svg");
at=Math.max(0,Math.min(places.length-1,index));
const scale=svg.getBoundingClientRect().width/svg.viewBox.baseVal.width,[left,top,width,height]=places[at].map(one=>one*scale);
texts.forEach((one,i)=>{one.hidden=i!==at});
tip.hidden=rule.hidden=false;
rule.classList.toggle("line",width===0);
tip.classList.toggle("at-line",width===0);
rule.style.left=left+"px";rule.style.top=top+"px";rule.style.width=width+"px";rule.style.height=height+"px";
const isLine=width===0,room=box.clientWidth-tip.offsetWidth,x=left+12+tip.offsetWidth>box.clientWidth?left-12-tip.offsetWidth:left+12;
const below=top+height+4,fits=below+tip.offsetHeight<=box.clientHeight;
tip.style.left=Math.max(0,isLine?Math.min(room,x):room)+"px";
tip.style.top=Math.max(0,isLine?top:fits?below:top-4-tip.offsetHeight)+"px"};
const near=event=>{
const drawing=shown();if(!drawing)return;
const svg=drawing.querySelector("svg"),frame=svg.getBoundingClientRect(),scale=svg.viewBox.baseVal.width/frame.width;
const x=(event.clientX-frame.left)*scale,y=(event.clientY-frame.top)*scale;
const far=([left,top,width,height])=>Math.hypot(Math.max(left-x,0,x-left-width),4*Math.max(top-y,0,y-top-height));
const distances=placesOf(drawing).map(far);
show(distances.indexOf(Math.min(...distances)))};
const move=step=>at<0?(step>0?0:texts.length-1):at+step;
const jump=step=>{
if(at<0)return move(step);
const first=groups.indexOf(groups[at]),next=groups.indexOf(groups[step>0?groups.lastIndexOf(groups[at])+1:first-1]);
if(next<0)return at;
return Math.min(next+at-first,groups.lastIndexOf(groups[next]))};
box.tabIndex=0;
box.addEventListener("pointermove",near);box.addEventListener("pointerdown",near);
box.addEventListener("pointerleave",event=>{if(event.pointerType==="mouse")hide()});
box.addEventListener("focusout",hide);
box.addEventListener("keydown",event=>{
if(event.isComposing)return;
const step={ArrowLeft:-1,ArrowRight:1}[event.key],leap=hasGroups&&{ArrowUp:-1,ArrowDown:1}[event.key];
if(step){event.preventDefault();show(move(step))}
else if(leap){event.preventDefault();show(jump(leap))}
else if(event.key==="Escape")hide()})
}`;

const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** The scripts that may run, for the content security policy. */
export const SCRIPT_HASHES = [HEIGHT_SCRIPT, TOOLTIP_SCRIPT].map(hashOf).join(" ");
