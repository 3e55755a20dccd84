// The words of a document that decided the fields of a proposal.
import type { Commitment } from "@/lib/imports/documents/extract";
import type { ProposalFields, ProposalWord } from "@/lib/schemas/proposal";

export function wordsOf(one: Commitment, fields: ProposalFields): ProposalWord[] {
  const { quantity, word, kind, deadlineText, dueOn, year, owner } = one;
  const words: ProposalWord[] = [];
  const deciding = [...new Set(quantity.words)].filter((text) => text !== "");
  if (deciding.length > 0) {
    const means = quantity.direction === null ? "comparator" : "direction";
    words.push({ word: deciding.join(" … "), means, detail: quantity.direction ?? fields.comparator });
  }
  if (word !== "") words.push({ word, means: "role", detail: kind === "actual" ? "result" : "promise" });
  if (deadlineText !== null) words.push({ word: deadlineText, means: "date", detail: dueOn ?? String(year ?? "") });
  if (owner !== null && fields.owner !== "") words.push({ word: owner, means: "owner", detail: fields.owner });
  return words;
}
