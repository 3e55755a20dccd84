// What words say about milestones and yes-no targets: steps done, finished or not.

const NOT_YET =
  /尚未|还未|未能|暂未|未[完开建出印启验投]|正在|预计|计划|拟|力争|待[^报]|推进中|进行中|在建|not yet|pending|in progress|under way|underway|on track|planned|expected|draft|%.*(?:装修|施工)/iu;
const DONE =
  /已(?:经)?[\p{Script=Han}]|完成|建成|印发|出台|开放|投用|投入使用|启用|通过|发布|开工|竣工|验收|达标|挂牌|是$|√|✓|^(?:yes|done|complete[d]?)$|adopted|published|opened|approved|completed|delivered|in (?:place|service)|launched|issued|started|began/iu;

/** 1 if the words say that it is done, 0 if they say that it is not, null if they say neither. */
export function doneByWords(text: string): 0 | 1 | null {
  if (text.trim() === "") return null;
  if (/^(?:否|×|✗|no|0|未完成|未启动|not done|not started)$/iu.test(text.trim())) return 0;
  if (NOT_YET.test(text)) return 0;
  return DONE.test(text) ? 1 : null;
}

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, "");

function mentions(text: string, step: string): boolean {
  const [whole, wanted] = [plain(text), plain(step)];
  if (wanted === "") return false;
  if (whole.includes(wanted)) return true;
  // 招标已完成 is 完成招标 in another order.
  const letters = new Set(wanted.replace(/完成|已|了/gu, ""));
  return letters.size >= 2 && whole.includes([...letters].join("")) && /完成|已|done|complete/iu.test(text);
}

/** The steps up to the last one that the words call done; steps come in order. */
export function stepsByWords(text: string, steps: readonly string[]): string[] {
  let last = -1;
  for (const clause of text.split(/[，,；;。\n]/u)) {
    if (NOT_YET.test(clause)) continue;
    for (const [index, step] of steps.entries()) if (mentions(clause, step)) last = Math.max(last, index);
  }
  return steps.slice(0, last + 1);
}
