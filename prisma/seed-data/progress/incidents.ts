// Incidents of the sample year: returned reports, a correction, and the reports that are submitted, unfinished or
// returned in the last week of September.

/** A returned first submission; the next report for the same day has the course's value. */
export const returnedFirst: readonly {
  readonly code: string;
  readonly day: string;
  readonly value: string;
  readonly reason: string;
}[] = [
  { code: "NT-T07", day: "05-31", value: "18", reason: "其中2个项目未附开工佐证材料，请核实后重报。" },
  { code: "NT-T08", day: "03-31", value: "19", reason: "有2条尚在征求意见，不能计为已落实，请核减。" },
  { code: "NT-T02", day: "07-31", value: "229.3", reason: "与统计口径不一致，含未入库项目投资，请剔除后重报。" },
];

/** An approved value that was wrong: the course's value is the correction. */
export const corrections: readonly {
  readonly code: string;
  readonly day: string;
  readonly wrongValue: string;
  readonly correctedOn: string;
  readonly note: string;
}[] = [
  {
    code: "NT-T04",
    day: "04-30",
    wrongValue: "224",
    correctedOn: "2023-06-06",
    note: "更正：原报224家中9家与一季度重复计数，现更正为215家。",
  },
];

export interface OpenReport {
  readonly code: string;
  readonly day: string;
  readonly state: "draft" | "submitted" | "returned";
  readonly value: string | null;
  readonly writtenOn: string;
  readonly returnedOn: string | null;
  readonly reason: string | null;
}

function waiting(code: string, day: string, value: string | null): OpenReport {
  return { code, day, state: "submitted", value, writtenOn: "2023-09-27", returnedOn: null, reason: null };
}

/** Left open: they appear in the reviewer's and the reporter's lists at the end of September. */
export const openReports: readonly OpenReport[] = [
  waiting("NT-T04", "09-26", "560"),
  waiting("NT-T05", "09-25", "5.2"),
  waiting("NT-M03", "09-25", null),
  waiting("NT-M10", "09-26", null),
  {
    code: "NT-M13",
    day: "09-26",
    state: "draft",
    value: null,
    writtenOn: "2023-09-27",
    returnedOn: null,
    reason: null,
  },
  {
    code: "NT-M06",
    day: "09-22",
    state: "returned",
    value: null,
    writtenOn: "2023-09-25",
    returnedOn: "2023-09-26",
    reason: "请补充专题对接活动的场次与成果清单。",
  },
];

/** December reports that are approved in January; the others are approved on 31 December. */
export const decemberInJanuary: ReadonlySet<string> = new Set(["NT-T03", "NT-T04", "NT-T06", "NT-M02", "NT-M12"]);
