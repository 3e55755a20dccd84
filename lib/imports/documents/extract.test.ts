import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Commitment, extractDocument } from "./extract";

const extractCommitments = (text: string) => extractDocument(text).commitments;

function read(text: string, fields: (one: Commitment) => readonly unknown[]): string[] {
  return extractCommitments(text).map((one) =>
    [one.quantity.value, one.quantity.unit, ...fields(one)].filter((part) => part != null && part !== "").join(" "),
  );
}

const kindOf = (one: Commitment) => [one.kind, one.year];

describe("a government work report", () => {
  const report = `2024年青州市政府工作报告
一、2023年工作回顾
过去一年，全市实现地区生产总值2350亿元、增长5.8%；一般公共预算收入168.3亿元，同比增长6.1%；固定资产投资增长8.2%，增速居全省第4位。规上工业增加值增长9.6%，高于全省平均1.8个百分点。城镇新增就业4.6万人。建成5G基站2600个，获评国家创新型城市。
二、2024年目标任务
今年经济社会发展的主要预期目标是：地区生产总值增长6%左右，固定资产投资增长7%，力争8%；城镇调查失业率控制在5.5%以内；粮食总产稳定在110万吨以上。
实施亿元以上项目260个。为65岁以上老年人免费体检20万人次。到2026年，实现城区15分钟健身圈全覆盖，人均体育场地面积达到2.8平方米。
行政审批时限压缩至3个工作日以内，办好“十件实事”。`;

  test("tells results from promises by section, and takes the year from the section", () => {
    expect(read(report, kindOf)).toEqual([
      "2350 亿元 actual 2023",
      "168.3 亿元 actual 2023",
      "8.2 % actual 2023",
      "4 位 actual 2023",
      "9.6 % actual 2023",
      "1.8 个百分点 actual 2023",
      "4.6 万人 actual 2023",
      "2600 个 actual 2023",
      "6 % target 2024",
      "7 % target 2024",
      "8 % target 2024",
      "5.5 % target 2024",
      "110 万吨 target 2024",
      "260 个 target 2024",
      "20 万人次 target 2024",
      "2.8 平方米 target 2026",
      "3 个工作日 target 2024",
    ]);
  });

  test("joins growth to the level in its clause, and leaves growth with its own subject", () => {
    expect(read(report, (one) => [one.quantity.form, one.growthPct]).slice(0, 3)).toEqual([
      "2350 亿元 level 5.8",
      "168.3 亿元 level 6.1",
      "8.2 % growth 8.2",
    ]);
  });
});

describe("a progress note", () => {
  const note = `关于2025年民生实事进展情况的通报
1. 年度目标：新增城镇就业5万人。截至9月底，新增城镇就业4.3万人，完成年度目标的86%。（责任单位：市人力资源社会保障局）
2. 计划新改建农村公路300公里，目前已完工210公里；计划改造危桥20座，已完成12座，其余8座10月底前完工。（市交通运输局牵头，各县（市、区）政府配合）
3. 筛查8万人，已完成6.2万人。
责任单位：市卫生健康委、市妇联`;

  test("alternates between promise and result", () => {
    expect(read(note, (one) => [one.kind])).toEqual([
      "5 万人 target",
      "4.3 万人 actual",
      "86 % actual",
      "300 公里 target",
      "210 公里 actual",
      "20 座 target",
      "12 座 actual",
      "8 座 target",
      "8 万人 target",
      "6.2 万人 actual",
    ]);
  });

  test("takes the lead from the brackets or the line behind, and the day from the clause", () => {
    const found = extractCommitments(note);
    expect(found.map(({ owner }) => owner)).toEqual([
      ...Array(3).fill("市人力资源社会保障局"),
      ...Array(5).fill("市交通运输局"),
      ...Array(2).fill("市卫生健康委"),
    ]);
    expect(found[3]?.supporting).toEqual(["各县（市、区）政府"]);
    expect(found[8]?.supporting).toEqual(["市妇联"]);
    expect(found[7]?.dueOn).toBe("2025-10-31");
  });
});

describe("owners", () => {
  test.each([
    ["1.铺设管网120公里，受益3万人以上。责任单位：区水利局。", ["区水利局", "区水利局"]],
    ["新增创业1000人。由区人社局牵头，区财政局配合。", ["区人社局"]],
    ["改造农贸市场8个。区商务局、区市场监管局", ["区商务局"]],
    ["市数据局：开放数据集1000个；数据接口调用5亿次。", ["市数据局", "市数据局"]],
    ["市工信局负责，实施项目500个；争取3家企业上榜。", ["市工信局", "市工信局"]],
    ["（一）建设（市通信管理局牵头）\n新建5G基站3000个。", ["市通信管理局"]],
    ["一、就业工程（责任领导：县长；责任单位：县人社局）\n新增就业3500人。", ["县人社局"]],
    ["三、健康工程，由县卫健局牵头负责\n改造卫生院6所。", ["县卫健局"]],
    ["资助学生1.5万人次。〔县教育局〕", ["县教育局"]],
    ["治理裸地30处。\n由市政府各有关部门，各县（市）、区政府负责落实。", ["市政府各有关部门，各县（市）、区政府"]],
    ["The Department for Transport will resurface 900 kilometres of road.", ["Department for Transport"]],
    ["Build 300 homes by 2029 (lead: Ministry of Housing)", ["Ministry of Housing"]],
    ["Cut waits to 20 days. Lead agency: Ministry of Health.", ["Ministry of Health"]],
    ["新建学校3所。", [null]],
  ])("%s", (text, owners) => expect(extractCommitments(text).map(({ owner }) => owner)).toEqual(owners));
});

describe("names from the clause before", () => {
  test("takes the object of the clause before, and the first of the units that lead the sentence", () => {
    const text = "市住建局、市城管局要加快推进老旧小区改造，年内完成86个，惠及居民2.3万户。";
    expect(read(text, ({ metric, owner }) => [metric, owner])).toEqual([
      "86 个 老旧小区改造 市住建局",
      "2.3 万户 惠及居民 市住建局",
    ]);
  });

  test("has no verb of falling at its end", () => {
    expect(read("PM2.5平均浓度降至32微克/立方米以下。", ({ metric }) => [metric])).toEqual([
      "32 微克/立方米 PM2.5平均浓度",
    ]);
  });
});

describe("numbers that are no commitments", () => {
  test.each([
    "推进“1+3+N”机制，每季度调度1次，对企业给予最高500万元奖励。",
    "联系电话：0576-85123456，邮编317000，2024年3月12日印发。",
    "一是坚持三个导向，实施三大工程，建设15分钟生活圈，用3年时间完成。",
    "Nine targets are set for Year 8 and 5-year-olds; see section 3, page 12, 4 May 2024.",
  ])("%s", (text) => expect(read(text, () => [])).toEqual([]));

  test.each([
    ["新开工10亿元以上项目32个", ["32 个"]],
    ["超5亿内资项目12个", ["12 个"]],
    ["每千名老人拥有床位42张", ["42 张"]],
    ["20项指标中有17项达到预期", ["17 项"]],
    ["80% of pupils present for more than 90% of the term", ["80 %"]],
  ])("a bound or a total in a name: %s", (text, found) => expect(read(text, () => [])).toEqual(found));
});

describe("baselines and lists", () => {
  test.each([
    ["覆盖率由2020年的24.1%提高到25.5%", ["25.5 % 24.1@2020"]],
    ["指数从2020年的85提高到95", ["95 85@2020"]],
    ["Raise the share from 27% in 2021 to 40% by 2031", ["40 % 27"]],
    ["The number of households fell from 3,141 in December 2023 to 1,710", ["1710 households 3141"]],
    ["Arrears stood at £4.7m, down from £5.2m", ["4.7 £ million 5.2"]],
  ])("%s", (text, found) =>
    expect(
      read(text, ({ baseline }) => {
        const year = baseline?.year == null ? "" : `@${baseline.year}`;
        return baseline === null ? [] : [`${baseline.quantity.value}${year}`];
      }),
    ).toEqual(found),
  );

  test("分别 gives each figure its own name, comparator and growth", () => {
    const fields = ({ metric, quantity, growthPct }: Commitment) => [metric, quantity.comparator, growthPct];
    expect(read("城镇和农村居民收入分别达到6.2万元和3.5万元以上，分别增长5%、7%", fields)).toEqual([
      "6.2 万元 城镇居民收入 at-least 5",
      "3.5 万元 农村居民收入 at-least 7",
    ]);
    expect(read("二氧化硫、氨氮减排量分别不低于1.2万吨和600吨", fields)).toEqual([
      "1.2 万吨 二氧化硫 at-least",
      "600 吨 氨氮减排量 at-least",
    ]);
  });
});

describe("how promises and results of one matter are told apart", () => {
  test.each([
    ["年初确定改造小区120个，实际开工125个。", ["120 target", "125 actual"]],
    ["计划新增车位2万个，完成1.86万个，完成率93%。", ["2 target", "1.86 actual", "93 actual"]],
    ["高标准农田建设任务15万亩，已建成11.2万亩。", ["15 target", "11.2 actual"]],
    ["优良天数比率84.1%，距年度目标还差0.9个百分点。", ["84.1 target", "0.9 actual"]],
    [
      "五年来，总量由2700亿元增加到4500亿元，新建学校320所。今后五年新建学校200所。",
      ["4500 actual", "320 actual", "200 target"],
    ],
    ["Last year we delivered 1,340 homes against a target of 1,200.", ["1340 actual", "1200 target"]],
    [
      "The Home Office aims to recruit 20,000 officers by 2023; 16,753 had been recruited.",
      ["20000 target", "16753 actual"],
    ],
    ["Fuel poverty affected 13.2% of households.", ["13.2 actual"]],
    ["The Department for Energy has awarded £160 million to ports.", ["160 actual"]],
    ["Mission 6: 200,000 more people trained.", ["200000 target"]],
  ])("%s", (text, kinds) =>
    expect(extractCommitments(text).map(({ quantity, kind }) => `${quantity.value} ${kind}`)).toEqual(kinds),
  );
});

describe("a five-year plan", () => {
  const plan = `江州市“十四五”综合交通规划
到2025年，铁路里程由2020年的140公里增至165公里，绿色出行比例超过70%的县城数量达到6个。
事故死亡人数下降12%，港口重要港区进港率超过70%。
“十三五”时期，完成投资160亿元。
2020年末，公路里程5198公里。`;

  test("takes undated promises to its end, and what lies before its start for results", () => {
    expect(read(plan, kindOf)).toEqual([
      "165 公里 target 2025",
      "6 个 target 2025",
      "12 % target 2025",
      "70 % target 2025",
      "160 亿元 actual 2020",
      "5198 公里 actual 2020",
    ]);
  });
});

describe("a supervision notice", () => {
  const notice = `市政府督查室2024年第3期督查通报
截止6月底，147个项目中，已开工132个，开工率89.8%；完成投资286.5亿元，为年度计划的57.3%，排名后3位的单位被约谈。
年度任务为改造小区80个，上半年实际完工31个。下半年要加快进度，确保三季度末完工率达到75%。
收入完成95亿元，同比下降2.1%。`;

  test("tells the state reached from what is still to do", () => {
    expect(read(notice, (one) => [one.kind])).toEqual([
      "132 个 actual",
      "89.8 % actual",
      "286.5 亿元 actual",
      "57.3 % actual",
      "80 个 target",
      "31 个 actual",
      "75 % target",
      "95 亿元 actual",
    ]);
  });
});

describe("English plans and results", () => {
  const plan = `Transport strategy: targets
- At least 1,200 new electric buses in service by the end of 2027.
- Fewer than 1,500 people killed or seriously injured a year by 2030.
- £2.4 billion invested over four years.
Progress in 2023-24
Some 430 electric buses were in service at the end of March 2024, up from 310. Emissions fell by 3.2% in 2023.`;

  test("reads kind, year, comparator and growth", () => {
    const fields = (one: Commitment) => [one.quantity.comparator, one.kind, one.year, one.growthPct];
    expect(read(plan, fields)).toEqual([
      "1200 buses at-least target 2027",
      "1500 people per year less-than target 2030",
      "2.4 £ billion equal target 2030",
      "430 buses about actual 2024",
      "3.2 % equal actual 2023 -3.2",
    ]);
  });
});

test.each(["£3\n分别", "力争达到£3\n亿元", "at least 5\n%"])("a unit is on the line of its number: %j", (text) => {
  for (const { end, quantity } of extractCommitments(text)) {
    expect(quantity.end).toBeLessThanOrEqual(end);
    expect(text.slice(quantity.at, quantity.end)).not.toContain("\n");
  }
});

test("never throws, and every span lies within the text", () => {
  const words =
    "2025年 到 由 从 力争 （责任单位：市教育局） 牵头 分别 、 ， 。 ； 5% 30个 以上 不少于 增长 一、 \n “十” 《 （ ) by 2030 at least £3 million will of and . : ( - 已完成 目前 目标".split(
      " ",
    );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join("")),
    fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const { at, end, quantity } of extractCommitments(text)) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(quantity.at);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(quantity.end).toBeLessThanOrEqual(end);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  " ",
  "\n",
  "cut by a third ",
  "to double ",
  "三分之",
  "1,",
  "“1",
  "（市教育局",
  "增长5%",
  "分别5个和",
  "at least 5 homes by 2030 ",
  "由市",
  "2025年",
])(
  "finishes 100 kB of %j: no search grows with the square of the text",
  (part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    expect(extractCommitments(text)).toBeInstanceOf(Array);
  },
  30_000,
);
