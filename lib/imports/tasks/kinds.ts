// The kind of a metric, from its words and unit.
import type { MetricKind } from "@/lib/domain/targets/types";
import type { CellQuantity } from "@/lib/imports/tasks/cell-quantities";
import { usualUnit } from "@/lib/imports/tasks/scales";

const RANK = /位次|排名|名次|名列|进位|\brank(?:ing)?\b|league/iu;
const GROWTH =
  /增速|增长率?$|增长幅度|涨幅|增幅|降幅|下降率?$|降低率?$|减排|能耗.{0,4}(?:下降|降低)|\bgrowth\b|\bincrease\b|\bchange in\b|reduction/iu;
/** Words for what happens within the period. */
const FLOW =
  /新增|新建|新开|净增|改造|完成|建成|竣工|开工|投资|收入|支出|产值|增加值|零售|销售|进出口|总产量|产量|吞吐量|交易|成交|业务量|引进|招引|培育|举办|开展|发放|培训|盘活|争取|到位|使用外资|整治|创建|筹集|安装|推出|接待|人次|游客|接种|筛查|改建|签约|化解|处置|事故|死亡|伤亡|亡人|发案|added|built|started|completed|opened|spending|investment|revenue|throughput|created|renovated|upgraded|adapted|delivered|restored|planted|trained|visits|used|jobs|sales|output|exports|held|performances|accidents|deaths|fatalities|casualties/iu;
const STATE =
  /浓度|拥有量|保有量|存量|总数|人数$|数量?$|总量$|每万人|每千人|每百|平均|均值|年均|人均|指数|满意度|满意率|常住人口|密度|时长|办理时间|时间$|得分|评分|水平|余额|规模|占比|比重|覆盖|库容|里程$|总里程|装机|在册|达标|\baverage\b|\bmean\b|\bper\b|index|\blevel\b|stock|population|concentration|\btime\b|score|enterprises$|capacity|number of\b|density|balance|satisfaction/iu;
const STATE_UNITS = /^(?:微克\/立方米|毫克\/升|分|分钟|minutes?|hours?|小时|岁|‰|天\/年)$/u;

export interface KindInput {
  readonly metric: string;
  readonly unit: string;
  readonly form: CellQuantity["form"] | null;
  /** The unit column says that the figure is a change, e.g. "% change". */
  readonly unitText: string;
}

export function kindOf({ metric, unit, form, unitText }: KindInput): MetricKind {
  const plain = usualUnit(unit);
  if (
    form === "rank" ||
    plain === "位" ||
    /^(?:rank|place)$/iu.test(unit) ||
    (RANK.test(metric) && (plain === "" || plain === "名"))
  )
    return "rank";
  const isPercent = plain === "%" || plain === "‰";
  if (form === "growth" || (isPercent && (GROWTH.test(metric) || /change|growth|同比/iu.test(unitText))))
    return "growth";
  if (isPercent || plain === "百分点") return "ratio";
  if (STATE_UNITS.test(plain)) return "level";
  if (/每万人|每千人|年均浓度|平均|average|\bmean\b/iu.test(metric)) return "level";
  return !FLOW.test(metric) && STATE.test(metric) ? "level" : "cumulative";
}
