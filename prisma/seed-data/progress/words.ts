// The text of a report: note, problems and next step.
import type { IsoDate } from "@/lib/domain/calendar/iso-date";
import { endOfMonth } from "@/lib/domain/calendar/iso-date";
import type { Assessment } from "@/lib/domain/targets/assessment";
import type { CompletedStep } from "@/lib/domain/targets/types";
import type { Random } from "@/prisma/seed-data/progress/random";
import type { SeedTarget } from "@/prisma/seed-data/types";

export interface ReportWords {
  readonly note: string;
  readonly problems: string | null;
  readonly nextStep: string | null;
}

interface Phrases {
  /** The verb before the value. */
  readonly done: string;
  readonly problems: readonly [string, ...string[]];
  readonly nextSteps: readonly [string, ...string[]];
}

const PHRASES: Readonly<Record<string, Phrases>> = {
  "NT-T01": {
    done: "累计实施重点项目",
    problems: ["个别项目前期要件办理偏慢。", "雨季对水工作业有影响。"],
    nextSteps: ["对未实施项目逐个倒排工期。", "加快要件办理，争取尽早进场。"],
  },
  "NT-T02": {
    done: "累计完成投资",
    problems: ["部分项目征地拆迁进度滞后。", "个别项目资金拨付偏慢。"],
    nextSteps: ["紧盯投资量大的项目，按月调度。", "加快在建项目形成实物工作量。"],
  },
  "NT-T02b": {
    done: "累计投资同比增长",
    problems: ["上年同期基数较高，增速承压。", "部分新开工项目尚未形成投资。"],
    nextSteps: ["加快新开工项目投资放量。", "加强月度运行分析。"],
  },
  "NT-T03": {
    done: "投资总量列全省第",
    problems: ["与先进市投资总量仍有差距。", "与前一位的差距有待继续缩小。"],
    nextSteps: ["对标先进市，提升投资强度。", "保持投资节奏，力争前移一位。"],
  },
  "NT-T04": {
    done: "累计拜访机构",
    problems: ["部分机构预约周期较长，拜访进度滞后。", "一线招商力量不足，周均拜访量偏低。"],
    nextSteps: ["增派小分队，分片集中拜访。", "按周下达拜访清单，逐周通报。"],
  },
  "NT-T05": {
    done: "母基金已落实规模",
    problems: ["合作出资方决策流程较长，出资尚未到位。", "基金设立手续仍在办理，规模低于计划。"],
    nextSteps: ["加快出资协议签署和资金到位。", "分期落实规模，同步对接子基金。"],
  },
  "NT-T06": {
    done: "累计扩容科创载体",
    problems: ["个别载体装修交付时间后移。", "部分地块供地手续办理偏慢。"],
    nextSteps: ["加快在建载体竣工验收。", "同步开展招引，做到建成即入驻。"],
  },
  "NT-T07": {
    done: "累计新开工5亿元以上项目",
    problems: ["个别项目施工许可办理偏慢。", "个别项目用地指标仍在协调。"],
    nextSteps: ["对拟开工项目挂图作战、逐月销号。", "继续充实项目储备，接续开工。"],
  },
  "NT-T08": {
    done: "“70条”累计落实",
    problems: ["个别举措涉及多部门，协同有待加强。", "部分举措配套细则尚未出台。"],
    nextSteps: ["对剩余举措逐条明确责任和时限。", "开展落实效果评估，听取企业意见。"],
  },
};

const FALLBACK: Phrases = {
  done: "累计完成",
  problems: ["协调事项较多，推进慢于计划。"],
  nextSteps: ["按计划继续推进。"],
};

const LATE_STEP = ["协调环节多，进度慢于计划。", "前期论证耗时较长，节点后移。"] as const;

/** A title for quotation marks, without the remarks of the page. */
function quoted(title: string): string {
  return `“${title.replaceAll("“", "‘").replaceAll("”", "’").replace("（原文未列名）", "")}”`;
}

export function asOfWords(asOf: IsoDate): string {
  const [month, day] = [Number(asOf.slice(5, 7)), Number(asOf.slice(8, 10))];
  return asOf === endOfMonth(asOf) ? `截至${month}月底` : `截至${month}月${day}日`;
}

function percent(assessment: Assessment): string {
  return assessment.completionRatio.known ? `${(assessment.completionRatio.value * 100).toFixed(1)}%` : "";
}

function isTroubled(assessment: Assessment): boolean {
  return assessment.light === "behind" || assessment.light === "far-behind";
}

function promiseShare(target: SeedTarget, assessment: Assessment): string {
  const kind = target.metric.kind;
  if (kind !== "cumulative" && kind !== "level") return "";
  if (assessment.light === "achieved") return "，已完成目标";
  const scope = target.dueOn.startsWith("2023") ? "全年" : "三年";
  return `，为${scope}目标的${percent(assessment)}`;
}

export function valueWords(
  target: SeedTarget,
  asOf: IsoDate,
  value: string,
  assessment: Assessment,
  random: Random,
): ReportWords {
  const phrases = PHRASES[target.code] ?? FALLBACK;
  const troubled = isTroubled(assessment);
  const note = `${asOfWords(asOf)}，${phrases.done}${value}${target.metric.unit}${promiseShare(target, assessment)}。`;
  const achieved = assessment.light === "achieved";
  return {
    note,
    problems: troubled ? random.pick(phrases.problems) : null,
    nextStep: achieved ? "巩固成果，做好总结并接续推进。" : random.pick(phrases.nextSteps),
  };
}

export function stepWords(
  target: SeedTarget,
  asOf: IsoDate,
  done: readonly CompletedStep[],
  previous: readonly CompletedStep[],
  random: Random,
  assessment: Assessment,
): ReportWords {
  const before = new Set(previous.map((step) => step.key));
  const doneKeys = new Set(done.map((step) => step.key));
  const fresh = target.steps.filter((step) => doneKeys.has(step.key) && !before.has(step.key));
  const next = target.steps.find((step) => !doneKeys.has(step.key));
  const count = `已完成${done.length}/${target.steps.length}个节点`;
  const news =
    fresh.length > 0
      ? `本期完成：${fresh.map((step) => quoted(step.title)).join("、")}`
      : "本期无新增完成节点，各项工作持续推进";
  const late = next !== undefined && next.plannedOn <= asOf;
  return {
    note: `${asOfWords(asOf)}，${count}；${news}。`,
    problems: late || isTroubled(assessment) ? `${quoted(next?.title ?? target.title)}${random.pick(LATE_STEP)}` : null,
    nextStep: next === undefined ? "做好总结评估。" : `推进${quoted(next.title)}。`,
  };
}
