// Section C: the commitments of commerce, the school, Haimen, transport and the Hi-Tech Zone.
import { isoDate } from "@/lib/domain/calendar/iso-date";
import { assumedStep, defineMilestone, printedStep } from "@/prisma/seed-data/targets/define-target";
import type { SeedTarget } from "@/prisma/seed-data/types";

const events = defineMilestone({
  code: "NT-M07",
  title: "办好江海国际博览会、通籍优秀企业家恳谈会、央企国企投资合作恳谈会",
  titleEn: "Hold the expo and the two investment talks",
  metricKey: "investment-events",
  ownerSlug: "commerce",
  quoteKey: "commerce-events",
  tags: ["招商"],
  steps: [
    printedStep("soe-talks", "央企国企投资合作恳谈会", "Talks on investment by state-owned enterprises", "2023-06-30"),
    printedStep("entrepreneur-talks", "通籍优秀企业家恳谈会", "Talks with entrepreneurs from Nantong", "2023-09-28"),
    printedStep("expo", "江海国际博览会", "Jianghai International Expo", "2023-11-15"),
  ],
});

const parks = defineMilestone({
  code: "NT-M08",
  title: "规划建设中瑞(如皋)智能制造合作创新园、中日南通新时代产业合作园;加快建设启东-吴江高端制造产业园",
  titleEn: "Plan and build three joint industrial parks",
  metricKey: "joint-parks",
  ownerSlug: "commerce",
  quoteKey: "commerce-parks",
  tags: ["园区"],
  steps: [
    printedStep(
      "sino-swiss",
      "中瑞(如皋)智能制造合作创新园",
      "Sino-Swiss (Rugao) smart manufacturing park",
      "2023-07-31",
    ),
    printedStep("sino-japanese", "中日南通新时代产业合作园", "Sino-Japanese Nantong New Era park", "2023-10-31"),
    printedStep(
      "qidong-wujiang",
      "启东-吴江高端制造产业园",
      "Qidong–Wujiang high-end manufacturing park",
      "2023-12-15",
    ),
  ],
});

const measures = defineMilestone({
  code: "NT-M09",
  title: "出台深化拓展招商引资突破年若干措施",
  titleEn: "Issue measures to deepen the year of breakthrough in investment promotion",
  metricKey: "investment-measures",
  ownerSlug: "commerce",
  quoteKey: "commerce-measures",
  dueOn: isoDate("2023-06-30"),
  periodPrinted: false,
  tags: ["招商", "政策"],
  note: "原文未列时限；6月底前出台为规划假设。",
  noteEn: "The page sets no day; the end of June is a planning assumption.",
  steps: [
    assumedStep("draft", "起草若干措施", "Draft the measures", "2023-03-31"),
    assumedStep("consultation", "征求部门意见", "Consult the departments", "2023-05-31"),
    printedStep("issue", "出台若干措施", "Issue the measures", "2023-06-30", 2),
  ],
});

const UNNAMED = [
  ["4", "四", "2023-06-30"],
  ["5", "五", "2023-09-30"],
  ["6", "六", "2023-09-30"],
  ["7", "七", "2023-12-15"],
  ["8", "八", "2023-12-15"],
] as const;

const eightProgrammes = defineMilestone({
  code: "NT-M10",
  title: "深入实施“八大工程”",
  titleEn: "Carry out the “eight programmes”",
  metricKey: "eight-programmes",
  ownerSlug: "school",
  quoteKey: "school-eight",
  tags: ["教育"],
  note: "原文只列出八项中的三项名称。",
  noteEn: "The page names three of the eight.",
  definition: "完成年度任务的工程数；八项中三项为原文所列，日期为规划假设。",
  definitionEn: "Programmes whose tasks for the year are done; three of the eight are named, the days are assumptions.",
  steps: [
    printedStep("runcheng", "“润成思政”育人工程", "“Runcheng” civic education", "2023-03-31"),
    printedStep("specialities", "“优质专业(群)”建设工程", "“Quality specialities and groups”", "2023-06-30"),
    printedStep("success", "“成功教育”品牌锻造工程", "The “education for success” brand", "2023-06-30"),
    ...UNNAMED.map(([key, ordinal, on]) =>
      assumedStep(`unnamed-${key}`, `第${ordinal}项工程（原文未列名）`, `Programme ${key} (not named on the page)`, on),
    ),
  ],
});

const steel = defineMilestone({
  code: "NT-M11",
  title: "推动中天钢铁二期二步等重大项目开工建设",
  titleEn: "Start Zhongtian Steel phase two, step two, and other major projects",
  metricKey: "zhongtian-start",
  ownerSlug: "haimen",
  quoteKey: "haimen-steel",
  tags: ["项目"],
  steps: [
    assumedStep("approvals", "完成前期手续", "Finish the preliminary approvals", "2023-04-30"),
    assumedStep("site", "完成场地准备", "Finish preparing the site", "2023-07-31"),
    printedStep("start", "重大项目开工建设", "Start of building", "2023-10-31", 2),
  ],
});

const centres = defineMilestone({
  code: "NT-M12",
  title: "全力推进省船舶与海工技术创新中心、省药监局审评核查工作站建设运营",
  titleEn: "Build and run the ship technology centre and the drug review station",
  metricKey: "provincial-centres",
  ownerSlug: "haimen",
  quoteKey: "haimen-centres",
  calendar: "quarterly",
  tags: ["科创"],
  steps: [
    printedStep(
      "ship-centre",
      "省船舶与海工技术创新中心",
      "Provincial ship and offshore engineering centre",
      "2023-09-30",
    ),
    printedStep(
      "drug-station",
      "省药监局审评核查工作站",
      "Provincial drug review and inspection station",
      "2023-12-15",
    ),
  ],
});

const campaigns = defineMilestone({
  code: "NT-M13",
  title: "龙头企业崛起、规上企业追赶、小微企业成长“三大专项行动”",
  titleEn: "“Three campaigns” for enterprises",
  metricKey: "three-campaigns",
  ownerSlug: "haimen",
  quoteKey: "haimen-campaigns",
  tags: ["企业"],
  steps: [
    printedStep("leading", "龙头企业崛起专项行动", "Rise of leading enterprises", "2023-06-30"),
    printedStep("designated", "规上企业追赶专项行动", "Catching up of enterprises above designated size", "2023-10-31"),
    printedStep("small", "小微企业成长专项行动", "Growth of small and micro enterprises", "2023-12-15"),
  ],
});

const cores = defineMilestone({
  code: "NT-M14",
  title: "通州湾江海联动枢纽和新机场空铁枢纽两大核心",
  titleEn: "Two cores: the river-sea hub and the air-rail hub",
  metricKey: "two-hubs",
  ownerSlug: "transport",
  quoteKey: "transport-cores",
  tags: ["交通", "枢纽"],
  steps: [
    assumedStep("tasks", "分解两大枢纽年度任务", "Divide the year's tasks of both hubs", "2023-03-31"),
    assumedStep("mid-year", "完成年中推进评估", "Finish the mid-year review", "2023-07-31"),
    printedStep(
      "tongzhou-bay",
      "通州湾江海联动枢纽年度任务",
      "Tongzhou Bay river-sea hub: the year's tasks",
      "2023-11-30",
    ),
    printedStep("airport", "新机场空铁枢纽年度任务", "New airport air-rail hub: the year's tasks", "2023-12-15"),
  ],
});

const plans = defineMilestone({
  code: "NT-M15",
  title: "制订“一产一策”“一产一园”“一产一基金”推进方案",
  titleEn: "Draw up the plans “one policy, one park, one fund for each industry”",
  metricKey: "industry-plans",
  ownerSlug: "hitech",
  quoteKey: "hitech-plans",
  dueOn: isoDate("2023-11-30"),
  periodPrinted: false,
  tags: ["科创", "政策"],
  note: "原文未列时限；11月底前完成为规划假设。",
  noteEn: "The page sets no day; the end of November is a planning assumption.",
  steps: [
    printedStep("policy", "“一产一策”推进方案", "“One policy for each industry”", "2023-05-31"),
    printedStep("park", "“一产一园”推进方案", "“One park for each industry”", "2023-08-31"),
    printedStep("fund", "“一产一基金”推进方案", "“One fund for each industry”", "2023-11-30"),
  ],
});

export const otherMilestones: readonly SeedTarget[] = [
  events,
  parks,
  measures,
  eightProgrammes,
  steel,
  centres,
  campaigns,
  cores,
  plans,
];
