// Qualitative commitments: clauses without a figure that promise a work or a document (出台…措施, 建成…中心).
import type { Sentence, Span } from "@/lib/imports/documents/segments";

export interface MilestoneClause extends Span {
  /** The verb that makes it one. */
  readonly verb: string;
  readonly text: string;
}

/** Verbs of a deed that is done or not done; 加强, 推进 and 优化 have no end and are none. */
const CHINESE =
  /(?:研究)?(?:编制|出台|制定|制订|印发|修订|起草)|建成|建立|组建|成立|设立|启用|投用|投入使用|投入运营|竣工|完工|通车|开工(?:建设)?|启动|建设运营|规划建设|办好|举办|召开|签订|签署|发布|上线|挂牌|开通|完成(?!率)/;
const OBJECT = /[\p{Script=Han}“《]{3,}/u;
const ENGLISH =
  /\b(?:publish|launch|establish|introduce|set up|open|complete|create|appoint|legislate|pass|sign|begin construction|start construction)\b(?= (?:a|an|the|our|new|all)\b)/i;
const CLAUSE = /[^,，。;；!！?？\n]+/g;
const [SHORTEST, LONGEST] = [6, 80];

/** The clauses of a sentence that make a milestone and do not overlap the figures' clauses in `taken`. */
export function findMilestones(sentence: Sentence, taken: readonly Span[]): MilestoneClause[] {
  const found: MilestoneClause[] = [];
  for (const match of sentence.text.matchAll(CLAUSE)) {
    const [at, end] = [sentence.at + match.index, sentence.at + match.index + match[0].length];
    const text = match[0].trim();
    if (text.length < SHORTEST || text.length > LONGEST) continue;
    if (taken.some((span) => span.at < end && at < span.end)) continue;
    const isChinese = /\p{Script=Han}/u.test(text);
    const verb = (isChinese ? CHINESE : ENGLISH).exec(text);
    if (verb === null || (isChinese && !OBJECT.test(text.replace(verb[0], "")))) continue;
    found.push({
      at: at + match[0].indexOf(text),
      end: at + match[0].indexOf(text) + text.length,
      verb: verb[0],
      text,
    });
  }
  return found;
}
