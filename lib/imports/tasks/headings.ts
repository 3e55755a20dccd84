// The words of column headings in task tables and returns, by role.

export type Role =
  | "serial"
  | "code"
  | "category"
  | "title"
  | "metric"
  | "unit"
  | "baseline"
  | "value"
  | "stretch"
  | "lower"
  | "upper"
  | "growth"
  | "plan"
  | "owner"
  | "responsible-unit"
  | "supporting"
  | "leader"
  | "responsible"
  | "due"
  | "remarks"
  | "current"
  | "total"
  | "note"
  | "difficulties"
  | "as-of"
  | "last-year"
  | "other";

type Rule = readonly [Role, RegExp];

/** Tested in order; the first match wins. Texts are in lower case without spaces in Chinese. */
const RULES: readonly Rule[] = [
  ["serial", /^(?:序号?|序列号?|no\.?|#|s\/n|sn|seq\.?|item(?: no\.?)?|line)$/u],
  [
    "code",
    /^(?:任务|指标|项目|目标)?(?:编号|编码|代码)$|^(?:ref\.?|reference|ref(?:erence)? no\.?|code|id|(?:kpi|target|project|milestone) (?:id|no\.?|ref\.?|code|number)|target code)$/u,
  ],
  ["remarks", /^备$|备注|^其他说明$|^(?:comments?|remarks?|notes?)$/u],
  [
    "difficulties",
    /存在.{0,4}问题|困难|问题(?:和|及|与)?(?:建议|困难)?$|需.{0,4}(?:协调|解决)|滞后原因|未达.{0,6}原因|issues?\b|difficult|problems?\b|barrier|blocker|risk/u,
  ],
  [
    "other",
    /总投资|建设(?:性质|年限|工期|期限|地点|地址|起止|规模$)|起止(?:年限|时间)|开工(?:时间|日期)|竣工(?:时间|日期)|建成(?:时间|日期)|权重|分值|得分|评分|数据来源|考核(?:方式|部门)|责任书|完成率|进度评价|达序|是否|欠.*序时|超.*序时|完成(?:年度|全年)?(?:计划|目标|任务)?的?(?:比例|百分比|率|[(（]%[)）])|占(?:年度|全年)|排名情况|better|direction|rag\b|status|frequency|weight|data source|% (?:of|complete)|percent complete|trend|total (?:investment|cost)/u,
  ],
  ["last-year", /(?:去年|上年|同期)(?:同期)?(?:累计|完成|数|实绩)?.*同期|去年同期|上年同期|same period/u],
  [
    "leader",
    /(?:分管|牵头|责任|挂钩|挂联|挂点|包联|包保|包抓|联系|主管|督办|市|区|县|主要|带班|帮扶).{0,3}领导|第一责任人|^领导$|牵头(?:市|区|县)长|sponsor|deputy mayor|leader\b|political lead|cabinet/u,
  ],
  [
    "responsible",
    /责任人|联络[员人]|联系人|经办人|负责人|承办人|专班.{0,3}员|填报人|accountable|responsible (?:officer|person|owner|official)|lead officer|officer|contact|\bsro\b|responsible owner|manager/u,
  ],
  [
    "supporting",
    /配合|协办|协同|参与|协作|协助|参加|support|partner|contribut|co-?operat|assist|other (?:departments|bodies)/u,
  ],
  [
    "owner",
    /(?:牵头|主办|主责|第一责任).{0,6}(?:单位|部门|科室|主体)|^牵头$|^主办$|lead\b|^owner|owning|owner department|owner$/u,
  ],
  [
    "responsible-unit",
    /(?:责任|承办|落实|负责|完成|实施|建设|项目|申报|填报|报送|管理).{0,4}(?:单位|部门|主体|业主|科室)|项目业主|^(?:主管|归口)?部门$|^责任$|^(?:各)?(?:乡镇|镇街|乡镇街道|镇街道|街道|县区|县市区|区县|区域|地区|单位名称|部门名称|district|county|township|town|ward|borough)$|responsible|department|bureau|agency|organi[sz]ation|^who/u,
  ],
  [
    "due",
    /时限|期限|(?:完成|办结|达标|目标|截止|计划|预计).{0,4}(?:时间|日期|节点)|时间节点|时间要求|截止|进度安排|^(?:时间|日期)$|due|deadline|by when|(?:completion|target|end|finish|delivery) date|^when|^date$|timescale|timeline/u,
  ],
  ["unit", /^(?:计量|指标)?单位$|计量单位|^units?$|unit of measure|^uom$/u],
  ["stretch", /奋斗|力争|挑战|冲刺|争取目标|stretch|ambition/u],
  ["upper", /上限|最高值|upper|maximum/u],
  ["lower", /下限|最低值|lower|minimum/u],
  ["growth", /同比|增长|增幅|增速|增减|growth|% ?change|year on year|yoy/u],
  ["other", /截至.*(?:累计|完成)|自开工|开工以来|历年|累计完成投资$/u],
  [
    "baseline",
    /(?:去年|上年|前一年|20\d{2}年?)度?(?:底|末)?(?:实绩|实际|完成|实现|基数|指标值|数|末|底|预计|年报|现状|水平|值|情况)|^(?:去年|上年)$|基期|基数|基准|基线|现状值?|实绩|baseline|actual\b|outturn|last year|previous year|prior year|20\d{2} (?:result|level|figure|value|estimate)/u,
  ],
  [
    "value",
    /(?:20\d{2}年?|本年|年度?|全年|今年)?度?(?:绩效|预期|考核|责任|工作|任务)?(?:目标值|目标数|计划数|任务数|指标值|目标量|任务量|计划量)|(?:20\d{2}年?|本年|年度?|全年|今年)度?(?:总)?(?:目标|计划|任务|预期|指标|投资)|计划(?:完成)?投资|^(?:目标|计划|任务|目标要求|预期)$|预期目标|目标任务数|\btargets?\b|goal|planned|^plan$|plan value|commitment value/u,
  ],
  ["metric", /指标|kpi|indicator|measure|metric/u],
  [
    "category",
    /类别|分类|领域|板块|类型|大类|条线|专项名称|工程名称|priority|theme|category|pillar|programme|program\b|\barea\b|section|outcome|strateg|workstream|chapter|group/u,
  ],
  [
    "title",
    /重点工作|目标任务|工作任务|主要任务|重点任务|任务|工作内容|工作事项|项目名称|项目$|事项|内容|举措|措施|工作目标|前期工作|建设目标|工作要求|名称|project|task|action|objective|milestone|commitment|deliverable|activity|description|work item|initiative|what/u,
  ],
];

const PROGRESS: readonly Rule[] = [
  [
    "difficulties",
    /存在.{0,4}问题|困难|问题|需.{0,4}(?:协调|解决)|滞后原因|原因分析|issues?\b|difficult|problems?\b|barrier|blocker|risk/u,
  ],
  [
    "note",
    /进展|推进情况|形象进度|完成情况说明|情况说明|工作情况|^说明$|主要做法|举措|progress|narrative|commentary|update\b|explanation|进度说明/u,
  ],
  ["as-of", /数据(?:截至|时间|日期)|截至(?:时间|日期)|统计时点|as (?:of|at)|reporting date|data date/u],
];

const plain = (text: string) => {
  const one = text.normalize("NFKC").toLowerCase().trim();
  return /\p{Script=Han}/u.test(one) ? one.replace(/\s+/gu, "") : one.replace(/\s+/gu, " ");
};

/** A heading without its parentheses: 2024年目标（亿元） → 2024年目标. */
export function headingWords(text: string): string {
  const words = plain(text)
    .replace(/[(（][^()（）]*[)）]/gu, "")
    .replace(/[:：*]+$/u, "")
    .trim();
  return words === "" ? plain(text).replace(/[()（）]/gu, "") : words;
}

/** What stands in the parentheses of a heading, or after a slash or comma: 亿元 of 2024年目标（亿元）. */
export function headingRemark(text: string): string | null {
  return (
    text
      .normalize("NFKC")
      .match(/\(([^()]*)\)/u)?.[1]
      ?.replace(/^单位[:：]\s*/u, "")
      .trim() ?? null
  );
}

/** The role that a heading's words suggest; null for words that are no heading. */
export function roleOfHeading(text: string, isReturn = false): Role | null {
  const words = headingWords(text);
  if (words === "" || words.length > 40) return null;
  for (const [role, expression] of isReturn ? [...PROGRESS, ...RULES] : RULES) if (expression.test(words)) return role;
  if (/^进展|推进|形象进度|说明|进度/u.test(words)) return "note";
  return null;
}
