// What the name of a metric says about which way is better, and words for a state that must hold all the time.

/** What a place wants less of, in both languages. */
const HARM =
  /事故|死亡|亡人|伤亡|受伤|火灾|拖欠|欠薪|欠款|浓度|细颗粒|颗粒物|失业|能耗|电耗|水耗|煤耗|碳强度|排放|投诉|信访|上访|发案|案件|犯罪|刑事警情|发病|感染|超标|逾期|负债|债务|赤字|不良|违法|违规|漏损|黑臭|积压|辍学|返贫|居民消费价格|缺口|(?:办理|办结|审批|响应|等[待候])(?:时间|时限|时长)|\bPM ?(?:2\.5|10)(?!\d)|\bCPI\b|accident|collision|fatalit|casualt|death|mortality|injur|unemploy|jobless|emission|complaint|arrear|concentration|pollut|crime|burglar|\bdebts?\b|deficit|overdue|backlog|homeless|poverty|infection|leakage|waiting (?:time|list)|energy (?:consumption|intensity)/iu;

/** What is left undone: less of it is better, although it names the work. */
const UNDONE =
  /[未不](?:达标|合格|办结|结案|审结|化解|清偿|整改|处置|处理|满意)|(?:办结|审批)(?:时间|时限|时长)|\bun(?:resolved|answered|treated)|non-compliance|dissatisf/iu;

/** Work on what a place wants less of: more of it is better, before or after its object (查处案件, 案件查处数). */
const WORK =
  /办结|结案|审结|办理[率数量]|受理[率数量]|化解|清零率|清偿|清欠|达标|合格|处置|处理|整改|消除|查处|查办|侦破|破案|破获|追回|挽回|救助|帮扶|满意|回复|答复|调解|优良|监测|参保|保险|培训|演练|宣传|交易|修复|resol|compliance|handled|closed|answered|treated|treatment|satisf|cleared|insur|trained|removed|recover|inspect/iu;

/** More of it is better only after its object: 能耗降低率 is the fall, 降低失业率 is still the rate. */
const FALL =
  /下降|降低|减少|削减|压减|减排|降幅|治理|整治|防控|防治|防范|预防|reduc|\bcuts?\b|decreas|decline|improv|prevent/iu;

/** Whether less of the metric is better; null where its name does not say. */
export function isLessBetter(name: string): boolean | null {
  const plain = name.normalize("NFKC");
  if (UNDONE.test(plain)) return true;
  const harm = HARM.exec(plain);
  if (harm === null) return null;
  return !WORK.test(plain) && !FALL.test(plain.slice(harm.index));
}

const NONE_OF =
  "(?:较大|重大|特大|一般|安全|生产|责任|工亡|亡人|新增)*(?:死亡|事故|伤亡|火灾|拖欠|欠薪|投诉|上访|案件|发案|发生|感染|超标|违规|逾期)";
const NONE_OF_EN =
  "(?:fatal |serious |major |road |work(?:place)? )*(?:deaths?|fatalit|accidents?|casualt|injur|arrears)";
const NONE_IN_TEXT = new RegExp(`零${NONE_OF}|\\b(?:zero|no) ${NONE_OF_EN}`, "iu");
const NONE = new RegExp(
  `^(?:(?:实现|保持|确保|力争|全年|年内)*零${NONE_OF}(?:率|数|事件)?|(?:zero|no) ${NONE_OF_EN}[a-z]*)$`,
  "iu",
);
const KEPT_CLEAR = /(?:动态|持续|保持|常态化?)清零/u;

/** Words that stand for the figure 0: 零死亡, 零事故, zero deaths. */
export function saysNone(text: string): boolean {
  return NONE.test(text.trim());
}

/** 动态清零: what occurs is cleared all the time. */
export function saysKeptClear(text: string): boolean {
  return KEPT_CLEAR.test(text);
}

/** Whether the words promise a state that one lapse breaks. */
export function mustHold(text: string): boolean {
  return KEPT_CLEAR.test(text) || NONE_IN_TEXT.test(text);
}
