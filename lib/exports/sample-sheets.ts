// Sample files to fill in: departments, people and a task table of the year, in the layouts that offices use.
import type { ListColumn, ListRow } from "@/lib/exports/list-rows";
import type { Language } from "@/lib/i18n/languages";

export interface SampleSheet {
  readonly title: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
}

type Row = readonly [zh: string, en: string];

const DEPARTMENTS: readonly Row[] = [
  ["市发展和改革委员会", "Development and Reform Commission"],
  ["市教育局", "Education Bureau"],
  ["市科学技术局", "Science and Technology Bureau"],
  ["市工业和信息化局", "Industry and Information Technology Bureau"],
  ["市民政局", "Civil Affairs Bureau"],
  ["市财政局", "Finance Bureau"],
  ["市人力资源和社会保障局", "Human Resources and Social Security Bureau"],
  ["市生态环境局", "Ecology and Environment Bureau"],
  ["市住房和城乡建设局", "Housing and Urban-Rural Development Bureau"],
  ["市交通运输局", "Transport Bureau"],
  ["市水利局", "Water Resources Bureau"],
  ["市卫生健康委员会", "Health Commission"],
];

const text = (key: string, label: string, width: number): ListColumn => ({
  key,
  label,
  type: "text",
  unit: null,
  width,
});
const number = (key: string, label: string): ListColumn => ({ key, label, type: "number", unit: null, width: 12 });

function departments(lang: Language): SampleSheet {
  const isZh = lang === "zh-CN";
  const [name, other] = isZh ? ["名称", "英文名称"] : ["name", "english name"];
  return {
    title: isZh ? "部门表样例" : "Sample list of departments",
    columns: [text("name", name, 32), text("nameEn", other, 48)],
    rows: DEPARTMENTS.map(([zh, en]) => (isZh ? [zh, en] : [en, en])),
  };
}

/** Title, metric, unit, last year's value, this year's value, index of the owner, index of a supporting department. */
type Task = readonly [
  title: Row,
  metric: Row,
  unit: Row,
  before: string | null,
  value: string,
  owner: number,
  support?: number,
];

const TASKS: readonly Task[] = [
  [
    ["扩大有效投资", "Expand investment"],
    ["固定资产投资增速", "Growth of fixed investment"],
    ["%", "%"],
    null,
    "≥6",
    0,
    5,
  ],
  [
    ["增加义务教育学位", "Add school places"],
    ["新增义务教育学位", "New school places"],
    ["个", "places"],
    "6200",
    "8000",
    1,
    8,
  ],
  [
    ["培育创新主体", "Support innovation"],
    ["高新技术企业数", "High-tech companies"],
    ["家", "companies"],
    "1180",
    "≥1350",
    2,
  ],
  [
    ["推动技术改造", "Modernise industry"],
    ["完成技改项目", "Modernisation projects"],
    ["个", "projects"],
    "210",
    "240",
    3,
  ],
  [["完善养老服务", "Improve care"], ["新增养老床位", "New care beds"], ["张", "beds"], "900", "≥1200", 4],
  [["促进就业", "Promote employment"], ["城镇新增就业", "New urban jobs"], ["万人", "10,000 people"], "5.6", "≥5.8", 6],
  [["改善空气质量", "Clean the air"], ["PM2.5平均浓度", "Average PM2.5"], ["微克/立方米", "µg/m³"], "31", "≤30", 7],
  [["改造老旧小区", "Renew old estates"], ["改造老旧小区", "Estates renewed"], ["个", "estates"], "36", "42", 8, 5],
  [["建设农村公路", "Build rural roads"], ["新改建农村公路", "Rural roads built"], ["公里", "km"], "240", "260", 9],
  [["治理中小河流", "Improve rivers"], ["治理河长", "Length improved"], ["公里", "km"], "55", "≥60", 10],
  [
    ["提升基层医疗", "Strengthen clinics"],
    ["新建社区卫生服务中心", "New community clinics"],
    ["个", "clinics"],
    "4",
    "6",
    11,
  ],
];

function taskTable(lang: Language, year: number): SampleSheet {
  const [isZh, at] = lang === "zh-CN" ? ([true, 0] as const) : ([false, 1] as const);
  const nameOf = (index: number | undefined) => (index === undefined ? null : (DEPARTMENTS[index]?.[at] ?? null));
  const labels = isZh
    ? [
        "序号",
        "目标任务",
        "指标",
        "计量单位",
        `${year - 1}年完成数`,
        `${year}年目标值`,
        "牵头单位",
        "配合单位",
        "完成时限",
      ]
    : ["No.", "Task", "Indicator", "Unit", `${year - 1} actual`, `${year} target`, "Lead", "Supporting", "Deadline"];
  const [serial = "", task = "", metric = "", unit = "", before = "", value = "", lead = "", support = "", due = ""] =
    labels;
  return {
    title: isZh ? `${year}年重点工作任务分解表（样例）` : `Key tasks of ${year} (sample)`,
    columns: [
      number("serial", serial),
      text("title", task, 24),
      text("metric", metric, 28),
      text("unit", unit, 14),
      number("before", before),
      text("value", value, 14),
      text("owner", lead, 32),
      text("supporting", support, 32),
      text("due", due, 16),
    ],
    rows: TASKS.map(([title, name, of, last, goal, owner, helper], index) => [
      String(index + 1),
      title[at],
      name[at],
      of[at],
      last,
      goal,
      nameOf(owner),
      nameOf(helper),
      `${year}-12-31`,
    ]),
  };
}

const POSTS = {
  supervisor: ["督查员", "supervisor"],
  reporter: ["填报人", "reporter"],
  reviewer: ["审核人", "reviewer"],
} as const satisfies Readonly<Record<string, Row>>;

/** Posts, not people: each row is to be replaced. */
function people(lang: Language): SampleSheet {
  const [isZh, at] = lang === "zh-CN" ? ([true, 0] as const) : ([false, 1] as const);
  const [name, email, department, role] = isZh
    ? ["姓名", "邮箱", "部门", "角色"]
    : ["name", "email", "department", "role"];
  const supervisor = POSTS.supervisor[at];
  const rows = DEPARTMENTS.slice(0, 3).flatMap((owner, index) =>
    (["reporter", "reviewer"] as const).map((post): ListRow => {
      const named = isZh ? `${owner[at]}${POSTS[post][at]}` : `${owner[at]} ${POSTS[post][at]}`;
      return [named, `${post}-${index + 1}@example.com`, owner[at], POSTS[post][at]];
    }),
  );
  return {
    title: isZh ? "人员表样例" : "Sample list of people",
    columns: [
      text("name", name, 40),
      text("email", email, 28),
      text("department", department, 36),
      text("role", role, 14),
    ],
    rows: [
      [isZh ? `督查室${supervisor}` : "Supervision Office", "supervisor-1@example.com", null, supervisor],
      ...rows,
    ],
  };
}

export const SAMPLE_SHEETS = { departments, people, "task-table": taskTable } as const satisfies Readonly<
  Record<string, (lang: Language, year: number) => SampleSheet>
>;
export type SampleName = keyof typeof SAMPLE_SHEETS;
