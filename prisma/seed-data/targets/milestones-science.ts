// Section C, science: regulation, campaigns, meetings, the six levels, cooperation with Shanghai.
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { assumedStep, defineMilestone, printedStep } from "@/prisma/seed-data/targets/define-target";
import type { SeedTarget } from "@/prisma/seed-data/types";

const regulation = defineMilestone({
  code: "NT-M01",
  title: "研究编制《南通市科技创新促进条例》",
  titleEn: "Draft the regulation on promoting innovation",
  metricKey: "innovation-regulation",
  ownerSlug: "science",
  quoteKey: "science-regulation",
  calendar: "bi-monthly",
  tags: ["立法"],
  steps: [
    assumedStep("research", "完成立项调研", "Finish the preparatory study", "2023-03-31"),
    assumedStep("draft", "形成条例初稿", "First draft of the regulation", "2023-06-30"),
    assumedStep("consultation", "完成征求意见", "Finish the consultation", "2023-09-15"),
    assumedStep("submission", "报送送审稿", "Submit the draft for review", "2023-12-15"),
  ],
});

const highTechFirms = defineMilestone({
  code: "NT-M02",
  title: "高企培育三年行动",
  titleEn: "Three-year campaign for high-tech enterprises",
  metricKey: "high-tech-firms-campaign",
  ownerSlug: "science",
  quoteKey: "science-high-tech-firms",
  dueOn: isoDate("2025-12-31"),
  calendar: "quarterly",
  tags: ["科创", "企业"],
  note: "原文为“三年行动”；起止年份按2023—2025年理解。",
  noteEn: "The page says “three-year”; read as 2023–2025.",
  steps: [
    assumedStep("list-2023", "2023年培育名单入库", "List of candidates for 2023", "2023-03-31"),
    assumedStep("review-2023", "2023年申报评审", "Applications and review of 2023", "2023-10-31"),
    assumedStep("list-2024", "2024年培育名单入库", "List of candidates for 2024", "2024-03-31"),
    assumedStep("review-2024", "2024年申报评审", "Applications and review of 2024", "2024-10-31"),
    assumedStep("list-2025", "2025年培育名单入库", "List of candidates for 2025", "2025-03-31"),
    assumedStep("evaluation", "三年行动总结评估", "Final evaluation of the campaign", "2025-12-15"),
  ],
});

const services = defineMilestone({
  code: "NT-M03",
  title: "科技服务业繁荣发展三年行动计划",
  titleEn: "Three-year plan for science and technology services",
  metricKey: "technology-services-plan",
  ownerSlug: "science",
  quoteKey: "science-services",
  tags: ["科创"],
  note: "原文未列三年起止年份，本目标只跟踪2023年度节点。",
  noteEn: "The page gives no years for the plan; only the steps of 2023 are followed.",
  steps: [
    assumedStep("tasks", "印发年度任务清单", "Issue the year's list of tasks", "2023-03-31", 2),
    assumedStep("register", "建立服务机构名录", "Register of service bodies", "2023-05-31", 3),
    assumedStep("policies", "兑现扶持政策", "Pay out the support", "2023-08-31", 1),
    assumedStep("matching", "组织供需对接活动", "Bring supply and demand together", "2023-10-31", 2),
    assumedStep("review", "完成年度评估", "Finish the year's review", "2023-12-15", 2),
  ],
});

const MEETINGS = [
  ["1", "一", "First", "2023-02-28"],
  ["2", "二", "Second", "2023-04-30"],
  ["3", "三", "Third", "2023-06-30"],
  ["4", "四", "Fourth", "2023-08-31"],
  ["5", "五", "Fifth", "2023-10-31"],
  ["6", "六", "Sixth", "2023-12-31"],
] as const;

const meetings = defineMilestone({
  code: "NT-M04",
  title: "科创委双月例会",
  titleEn: "Innovation commission's meeting every two months",
  metricKey: "innovation-commission-meetings",
  ownerSlug: "science",
  quoteKey: "science-meetings",
  calendar: "bi-monthly",
  tags: ["机制"],
  note: "由“双月例会”推算为全年6次。",
  noteEn: "“Every two months” makes six a year: derived, not printed.",
  definition: "已召开的例会次数；全年6次由“双月例会”推算。",
  definitionEn: "Meetings held; six a year is derived from “every two months”.",
  steps: MEETINGS.map(([key, ordinal, english, on]) =>
    assumedStep(`meeting-${key}`, `第${ordinal}次双月例会`, `${english} meeting`, on),
  ),
});

const sixLevels = defineMilestone({
  code: "NT-M05",
  title: "科技创新“六个提升”",
  titleEn: "“Six rises” in science and technology",
  metricKey: "six-rises",
  ownerSlug: "science",
  quoteKey: "science-six-levels",
  startOn: isoDate("2023-10-01"),
  periodPrinted: false,
  tags: ["科创"],
  note: "六项名称为原文所列；“四季度逐项评估”为规划假设。",
  noteEn: "The six names are printed; their review in the fourth quarter is a planning assumption.",
  steps: [
    printedStep("development", "创新驱动发展水平", "Innovation-driven development", "2023-10-31"),
    printedStep("research", "科技攻关体系化能力", "Systematic capacity for key research", "2023-10-31"),
    printedStep("integration", "产业链创新链融合度", "Integration of industrial and innovation chains", "2023-11-30"),
    printedStep("vitality", "科研人员创新创业活力", "Researchers' vitality in innovation and enterprise", "2023-11-30"),
    printedStep("conduct", "科研作学风建设水平", "Conduct in research", "2023-12-31"),
    printedStep("governance", "科技创新治理体系效能", "Effectiveness of innovation governance", "2023-12-31"),
  ],
});

const shanghai = defineMilestone({
  code: "NT-M06",
  title: "新一轮沪通科技创新全面战略合作",
  titleEn: "New round of cooperation in innovation with Shanghai",
  metricKey: "shanghai-cooperation",
  ownerSlug: "science",
  quoteKey: "science-shanghai",
  tags: ["合作"],
  steps: [
    assumedStep("priorities", "商定年度合作重点", "Agree the year's priorities", "2023-03-31", 3),
    assumedStep("projects", "形成合作项目清单", "List of joint projects", "2023-06-30", 3),
    assumedStep("activities", "开展专题对接活动", "Hold the matching events", "2023-09-30", 2),
    assumedStep("review", "完成年度合作总结", "Review the year's cooperation", "2023-12-15", 2),
  ],
});

export const scienceMilestones: readonly SeedTarget[] = [
  regulation,
  highTechFirms,
  services,
  meetings,
  sixLevels,
  shanghai,
];
