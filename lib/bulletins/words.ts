// The words of bulletins in both languages. They live here because files are made outside of any page.
import type { Language } from "@/lib/i18n/languages";
import { type SharedWords, sharedWords } from "@/lib/i18n/shared-words";
import type { SectionKey } from "./template";

/** What is said in bulletins alone. */
interface OwnWords {
  readonly draft: string;
  /** Around the word that says it is a draft, where the number will stand. */
  readonly inBrackets: (text: string) => string;
  /** Between the office and the day on one line. */
  readonly gap: string;
  readonly illustrative: string;
  readonly cutOff: (day: string) => string;
  readonly headings: Readonly<Record<SectionKey | "errata", string>>;
  readonly numerals: readonly string[];
  readonly columns: {
    readonly code: string;
    readonly target: string;
    readonly owner: string;
    readonly promise: string;
    readonly latest: string;
    readonly asOf: string;
    readonly completion: string;
    readonly expected: string;
    readonly gap: string;
    readonly light: string;
    readonly before: string;
    readonly reporting: string;
    readonly due: string;
    readonly problems: string;
    readonly nextStep: string;
    readonly department: string;
    readonly total: string;
    readonly notReported: string;
    readonly change: string;
    readonly on: string;
    readonly reason: string;
    readonly what: string;
    readonly printed: string;
    readonly corrected: string;
    readonly sum: string;
    readonly metric: string;
    readonly kind: string;
    readonly unit: string;
    readonly targetValue: string;
    readonly sample: string;
  };
  readonly none: string;
  readonly sample: string;
  readonly adjusted: string;
  readonly takenBack: string;
  readonly wholeTarget: string;
  readonly summary: (day: string, targets: number, departments: number) => string;
  readonly counted: (parts: readonly string[]) => string;
  readonly countOf: (light: string, count: number) => string;
  readonly tooOld: (count: number) => string;
  readonly notReported: (count: number) => string;
  readonly moved: (better: number, worse: number) => string;
  readonly notMoved: string;
  readonly behind: (count: number) => string;
  readonly behindNone: string;
  readonly notReportedNone: string;
  readonly changed: (count: number) => string;
  readonly changedNone: string;
  readonly due: (count: number, month: string) => string;
  readonly dueNone: (month: string) => string;
  readonly annex: (count: number) => string;
  readonly errata: (count: number) => string;
  readonly noProblems: string;
  readonly noNextStep: string;
  readonly chartAlt: (title: string, light: string) => string;
  readonly charts: string;
  readonly page: (number: number) => string;
}

export interface BulletinWords extends OwnWords {
  readonly freshness: SharedWords["freshness"];
}

const chinese: OwnWords = {
  draft: "草稿",
  inBrackets: (text) => `（${text}）`,
  gap: "　　",
  illustrative: "本通报所列进展为示例数据，并非真实数据；承诺为报纸原文。",
  cutOff: (day) => `数据截止日：${day}`,
  headings: {
    summary: "总体情况",
    departments: "各部门情况",
    behind: "滞后的目标",
    "not-reported": "逾期未报的目标",
    changed: "调整的目标",
    moved: "状态灯变化",
    due: "下月到期事项",
    annex: "附件：目标进展一览表",
    errata: "勘误",
  },
  numerals: ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"],
  columns: {
    code: "编号",
    target: "目标",
    owner: "责任部门",
    promise: "承诺",
    latest: "最新值",
    asOf: "数据截至日",
    completion: "完成率",
    expected: "应完成率",
    gap: "差距（百分点）",
    light: "状态灯",
    before: "上月",
    reporting: "报送情况",
    due: "到期日",
    problems: "存在问题",
    nextStep: "下一步",
    department: "部门",
    total: "目标数",
    notReported: "逾期未报",
    change: "调整内容",
    on: "日期",
    reason: "理由和依据",
    what: "事项",
    printed: "原印",
    corrected: "更正为",
    sum: "合计",
    metric: "指标",
    kind: "指标类型",
    unit: "计量单位",
    targetValue: "目标值",
    sample: "示例标记",
  },
  none: "—",
  sample: "示例",
  adjusted: "目标已调整",
  takenBack: "已撤回",
  wholeTarget: "目标到期",
  summary: (day, targets, departments) => `截至${day}，纳入本期通报的目标共${targets}项，涉及${departments}个部门。`,
  counted: (parts) => `其中，${parts.join("，")}。`,
  countOf: (light, count) => `${light}${count}项`,
  tooOld: (count) => `显示已完成、正常或超前的目标中有${count}项逾期未报，不作绿灯。`,
  notReported: (count) => `逾期未报的目标${count}项。`,
  moved: (better, worse) => `与上月相比，${better}项好转，${worse}项转差。`,
  notMoved: "与上月相比，各目标状态灯没有变化。",
  behind: (count) => `滞后、严重滞后和逾期未完成的目标共${count}项，问题和下一步打算为责任部门报送原文。`,
  behindNone: "本期没有滞后的目标。",
  notReportedNone: "各目标均按期报送。",
  changed: (count) => `本期调整目标${count}次，调整前后内容如下。`,
  changedNone: "本期没有调整目标。",
  due: (count, month) => `${month}到期的目标和节点共${count}项。`,
  dueNone: (month) => `${month}没有到期的目标或节点。`,
  annex: (count) => `全部${count}项目标的进展。`,
  errata: (count) => `本期印发后更正的数值${count}处，正文和附件保留原印数值。`,
  noProblems: "未反映问题",
  noNextStep: "未填写",
  chartAlt: (title, light) => `${title}走势图，当前${light}`,
  charts: "走势图",
  page: (number) => `— ${number} —`,
};

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const english: OwnWords = {
  draft: "Draft",
  inBrackets: (text) => `(${text})`,
  gap: " · ",
  illustrative:
    "The progress in this bulletin is illustrative and not actually reported; the commitments are as printed.",
  cutOff: (day) => `As known on ${day}`,
  headings: {
    summary: "Summary",
    departments: "By department",
    behind: "Targets behind plan",
    "not-reported": "Late reports",
    changed: "Targets revised",
    moved: "Lights that changed",
    due: "Due next month",
    annex: "Annex: progress of all targets",
    errata: "Errata",
  },
  numerals: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
  columns: {
    code: "Code",
    target: "Target",
    owner: "Owner",
    promise: "Promise",
    latest: "Latest value",
    asOf: "As of",
    completion: "Completion",
    expected: "Expected",
    gap: "Gap (points)",
    light: "Light",
    before: "Previous month",
    reporting: "Reporting",
    due: "Due",
    problems: "Problems",
    nextStep: "Next step",
    department: "Department",
    total: "Targets",
    notReported: "Late reports",
    change: "Change",
    on: "Date",
    reason: "Reason and authority",
    what: "What",
    printed: "Printed",
    corrected: "Corrected to",
    sum: "All",
    metric: "Metric",
    kind: "Kind",
    unit: "Unit",
    targetValue: "Target value",
    sample: "Illustrative",
  },
  none: "—",
  sample: "illustrative",
  adjusted: "target revised",
  takenBack: "withdrawn",
  wholeTarget: "Whole target",
  summary: (day, targets, departments) =>
    `As known on ${day}, this bulletin covers ${plural(targets, "target", "targets")} of ${plural(departments, "department", "departments")}.`,
  counted: (parts) => `Of these, ${parts.join(", ")}.`,
  countOf: (light, count) => `${count} ${light.toLowerCase()}`,
  tooOld: (count) =>
    `Of those shown as achieved, ahead or on track, ${plural(count, "report is", "reports are")} late and not counted as green.`,
  notReported: (count) => `${plural(count, "report is", "reports are")} late.`,
  moved: (better, worse) => `Compared with the previous month, ${better} moved up and ${worse} moved down.`,
  notMoved: "No lights changed from the previous month.",
  behind: (count) =>
    `${plural(count, "target is", "targets are")} behind, far behind or missed. Problems and next steps are as reported.`,
  behindNone: "No targets are behind.",
  notReportedNone: "All reports were on time.",
  changed: (count) => `${plural(count, "revision", "revisions")} of targets, with the terms before and after.`,
  changedNone: "No targets were revised.",
  due: (count, month) => `${plural(count, "target or step is", "targets and steps are")} due in ${month}.`,
  dueNone: (month) => `No targets or steps are due in ${month}.`,
  annex: (count) => `All ${plural(count, "target", "targets")}.`,
  errata: (count) =>
    `${plural(count, "value has", "values have")} been corrected since; text and annex keep the printed values.`,
  noProblems: "none reported",
  noNextStep: "not given",
  chartAlt: (title, light) => `Chart of ${title}, now ${light.toLowerCase()}`,
  charts: "Charts",
  page: (number) => `— ${number} —`,
};

const WORDS: Readonly<Record<Language, BulletinWords>> = {
  "zh-CN": { ...chinese, freshness: sharedWords("zh-CN").freshness },
  en: { ...english, freshness: sharedWords("en").freshness },
};

export function bulletinWords(lang: Language): BulletinWords {
  return WORDS[lang];
}
