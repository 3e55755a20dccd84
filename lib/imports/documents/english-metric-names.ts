// The name of what an English sentence measures: "will build at least 1,200 homes in the city by 2027" → "homes in the
// city built".
import type { Quantity } from "@/lib/imports/grammar/quantities";

const MODAL =
  "(?:will|shall|must|should|is to|are to|aims? to|plans? to|intends? to|commits? to|(?:on track|pledged|agreed) to)";
const CHANGE =
  "(?:reduc|cut|increas|rais|ris|rose|grow|grew|fall|fell|drop|declin|decreas|lower|boost|improv|expand|shrink|shrank|slash|doubl|trebl|tripl|halv)(?:e|es|ed|ing|s|n|th|ped|ping|ting)?";
const STATE = "(?:reach|remain|stay|exceed|stand|stood|average|amount|total|be|number|hit|come|came)(?:s|es|ed|ing|d)?";

/** "The Transport Bureau will complete": who acts, and the verb. */
const ACTOR = new RegExp(`^.*?\\b${MODAL}\\s+(?:also\\s+|then\\s+)?`, "i");
/** "… will reach", "… fell by", "… are": the predicate before the number. */
const PREDICATE = new RegExp(
  `\\s+(?:(?:will|shall|must|should|is|are|was|were|has|have|had|to|be|been|being|also|now|currently)\\b\\s*)*(?:(?:${CHANGE}|${STATE})\\b\\s*)?(?:(?:to|by|at|from|of|a)\\s*)*$`,
  "i",
);
const LEADING_CHANGE = new RegExp(`^${CHANGE}\\s+(?:the\\s+)?`, "i");
const LEADING =
  /^(?:[\s,;:–—-]+|(?:and|but|to|the|by|also|including|while|some|about|a|an|record|there (?:are|were))\b\s*)/i;
const VALUE_OF =
  /\b(?:worth|totall?ing|valued at|costing|(?:with|at) (?:a |an )?(?:total )?(?:cost|value|investment) of)\s*$/i;

const TAIL_END = new RegExp(
  [
    "[,;.(:]",
    "\\s+(?:or|and) (?:more|less|fewer|above|below|over|under|higher|lower|better|greater)\\b(?=\\s*(?:$|[.,;)]|by\\b|in\\b|per\\b))",
    "\\s+and\\s+(?:to\\b|[a-z-]+ing\\b)",
    "\\s+(?:a|per) year\\s+and\\b",
    "\\s+(?:worth|costing|totall?ing|valued)\\b",
    "\\s+(?:compared|relative) (?:with|to)\\b",
    "\\s+(?:up|down) from\\b",
    "\\s+(?:by|before|in|during|until|since|as of|as at|from|over|within|at|this|next|last|each|every)\\s+(?:the\\s+)?(?:end|start|close|beginning|year|month|quarter|next|last|this|coming|same|mid|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|fy|20\\d\\d|\\d)",
    "\\s+(?:this|next|last) (?:year|month|quarter)\\b",
  ].join("|"),
  "i",
);
const AUXILIARY =
  /\b(?:are|were|was|is|(?:have|has|had|will|to) be(?:en)?|(?:have|has|had))\s+(?:currently\s+|now\s+|already\s+)?/gi;

const IRREGULAR: Readonly<Record<string, string>> = {
  begin: "begun",
  bring: "brought",
  build: "built",
  buy: "bought",
  find: "found",
  hold: "held",
  lay: "laid",
  make: "made",
  plan: "planned",
  put: "put",
  set: "set",
  teach: "taught",
  train: "trained",
};
/** Units of measurement, which name nothing: 290 megatonnes. */
const MEASURE =
  /^(?:square |cubic )?(?:(?:mega|kilo|giga)?(?:tonnes?|watts?|metres?|litres?)|kilomet\w+|miles?|hectares?|ha|km²?|m²|m|[kMGT]Wh?|Mt\w*|kt\w*|weeks?|days?|hours?|months?|years?|minutes?|µg\/m³)$/i;
/** Words after a number that begin no noun phrase. */
const NO_NOUN =
  /^(?:on|in|for|to|from|by|per|a year|of|than|better|higher|lower|more|less|below|above|year|annual\w*|reached|implied|a|an|at)\b/i;
/** Verbs that say that there is a number, not what happens to what is counted. */
const EMPTY_VERB = new RegExp(
  `^(?:have|has|be|see|achieve|get|keep|put|putt|maintain|ensure|secure|meet|attract|give|us|${CHANGE}|${STATE})`,
  "i",
);

function pastParticiple(base: string): string {
  if (/e$/.test(base)) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}

/** "will start", "building" → "started", "built"; "" for verbs that add nothing. */
function done(before: string): string {
  const base = new RegExp(`(?:\\b${MODAL}|\\bto|\\band)\\s+(?:also\\s+)?([a-z]+)\\s*$`).exec(before)?.[1];
  const stem = base ?? /\b([a-z]{3,})ing\s*$/i.exec(before)?.[1]?.toLowerCase();
  if (stem === undefined || EMPTY_VERB.test(stem)) return "";
  return IRREGULAR[stem] ?? (base === undefined ? `${stem}ed` : pastParticiple(stem));
}

function stripLead(words: string): string {
  let kept = words;
  for (let next = kept.replace(LEADING, ""); next !== kept; next = kept.replace(LEADING, "")) kept = next;
  return kept;
}

function subjectOf(before: string): string {
  const bare = before.replace(PREDICATE, "");
  const object = stripLead(stripLead(bare.replace(ACTOR, "")).replace(LEADING_CHANGE, "")).trim();
  return /\d/.test(object) ? "" : object;
}

/** `before` and `after` are the words of the clause around the number; `previous` is the name of the figure before. */
export function englishMetricName(
  before: string,
  after: string,
  quantity: Quantity,
  text: string,
  previous: string | null,
): string {
  const end = TAIL_END.exec(after)?.index ?? after.length;
  const tail = after.slice(0, end).replace(AUXILIARY, "").trim();
  if (VALUE_OF.test(before) && previous !== null) return `value of ${previous}`;
  if (quantity.unit === "%" || quantity.unit === "percentage points") return shareName(before, tail, previous);
  const counted = countedIn(quantity, text);
  const subject = subjectOf(before);
  if (MEASURE.test(counted)) return subject || tail.replace(/^of\s+/, "") || (previous ?? "");
  const object = [counted, tail].filter((part) => part !== "").join(" ");
  const isNamed = /^[a-z]/i.test(object) && !NO_NOUN.test(object);
  if (isNamed && quantity.form !== "growth") return [object, done(before)].filter((part) => part !== "").join(" ");
  return subject || (NO_NOUN.test(object) ? (previous ?? "") : object);
}

/** "92% of patients …", "95% clean power", "growth of 0.5% in income", "the share of clean air days will reach 85%". */
function shareName(before: string, tail: string, previous: string | null): string {
  const whole = /^(?:(?:reduction|increase) (?:in|of)|of)\s+(?:the\s+)?(.+)$/i.exec(tail)?.[1];
  if (whole !== undefined) return whole;
  const grown = /\b(?:growth|increase|reduction|fall|rise|decline)\s*(?:of)?\s*$/i.test(before)
    ? /^in\s+(.+)$/i.exec(tail)?.[1]
    : undefined;
  if (grown !== undefined) return grown;
  if (/^[a-z]/i.test(tail) && !NO_NOUN.test(tail)) return tail.replace(/^the\s+/i, "");
  return subjectOf(before) || (previous ?? "");
}

/** The words between the number and the end of its unit, without scale and currency: "transport projects". */
function countedIn(quantity: Quantity, text: string): string {
  return text
    .slice(quantity.numAt + quantity.numText.length, quantity.end)
    .replace(/^[\s-]*(?:thousand|million|billion|trillion|bn|m|k)\b/i, "")
    .replace(/^[\s-]*(?:more|fewer|extra)\s+(?=\S)/i, "")
    .trim();
}
