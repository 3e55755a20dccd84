// The printed sentences behind the targets, verbatim, with the punctuation of the page.
import type { SeedQuote } from "@/prisma/seed-data/types";

const quantified: readonly SeedQuote[] = [
  {
    key: "transport-projects",
    essayKey: "transport",
    text: "2023年,全市大交通共安排重点项目88个",
    textEn: "In 2023 the city schedules 88 key projects in transport as a whole",
  },
  {
    key: "transport-investment",
    essayKey: "transport",
    text: "计划完成投资402亿元,比上年增长27%左右",
    textEn: "Investment of CNY 40.2 billion is planned, about 27% more than the year before",
  },
  {
    key: "transport-rank",
    essayKey: "transport",
    text: "投资总量在全省份额保二争一",
    textEn: "In total investment we hold second place in the province and strive for first",
  },
  {
    key: "commerce-visits",
    essayKey: "commerce",
    text: "常态化拜访891家驻沪跨国公司总部和境外驻沪使领馆、外国驻华商协会",
    textEn:
      "Regular visits to 891 Shanghai-based headquarters of multinationals, foreign consulates in Shanghai and foreign chambers of commerce in China",
  },
  {
    key: "hitech-fund",
    essayKey: "hitech",
    text: "高新区今年将设立超10亿规模的科创母基金",
    textEn: "This year the Hi-Tech Zone will set up an innovation fund of funds of more than 1 billion",
  },
  {
    key: "hitech-space",
    essayKey: "hitech",
    text: "力争三年时间科创载体扩容100万平方米",
    textEn: "We strive to add 1 million square metres of innovation premises in three years",
  },
  {
    key: "haimen-projects",
    essayKey: "haimen",
    text: "确保全年新开工5亿元以上项目不少于30个",
    textEn: "Make sure that at least 30 projects of CNY 500 million or more are started in the year",
  },
  {
    key: "haimen-seventy",
    essayKey: "haimen",
    text: "落实落细海门营商环境优化提升举措“70条”",
    textEn: "Carry out in full the “70 measures” to improve Haimen's business environment",
  },
];

const actuals: readonly SeedQuote[] = [
  {
    key: "commerce-signed",
    essayKey: "commerce",
    text: "全市新签约并注册重点项目502个",
    textEn: "The city newly signed and registered 502 key projects",
  },
  {
    key: "commerce-large",
    essayKey: "commerce",
    text: "其中超10亿内资项目145个、超亿美元外资项目38个,同比分别增长35%、52%",
    textEn:
      "among them 145 domestic projects above CNY 1 billion and 38 foreign projects above USD 100 million, up 35% and 52% on the year",
  },
  {
    key: "commerce-foreign-capital",
    essayKey: "commerce",
    text: "实际使用外资29.5亿美元,创历史新高",
    textEn: "Foreign capital actually used was USD 2.95 billion, a record high",
  },
  {
    key: "commerce-manufacturing",
    essayKey: "commerce",
    text: "制造业外资占比55%,列宁锡常苏通五市第一",
    textEn:
      "Manufacturing took 55% of foreign capital, first of the five cities of Nanjing, Wuxi, Changzhou, Suzhou and Nantong",
  },
  {
    key: "commerce-leading-firms",
    essayKey: "commerce",
    text: "新招引央企国企、世界500强、上市公司等项目占比近30%",
    textEn:
      "Projects of state-owned enterprises, Fortune Global 500 and listed companies made up nearly 30% of new ones",
  },
  {
    key: "commerce-shanghai",
    essayKey: "commerce",
    text: "上海、苏南项目占市内外内资项目超60%",
    textEn: "Projects from Shanghai and southern Jiangsu made up more than 60% of domestic projects",
  },
];

const milestones: readonly SeedQuote[] = [
  {
    key: "science-regulation",
    essayKey: "science",
    text: "研究编制《南通市科技创新促进条例》",
    textEn: "Study and draft the Regulation of Nantong on Promoting Science and Technology Innovation",
  },
  {
    key: "science-high-tech-firms",
    essayKey: "science",
    text: "实施高企培育三年行动",
    textEn: "Carry out the three-year campaign to cultivate high-tech enterprises",
  },
  {
    key: "science-services",
    essayKey: "science",
    text: "深入实施科技服务业繁荣发展三年行动计划",
    textEn: "Carry out in depth the three-year action plan for thriving science and technology services",
  },
  {
    key: "science-meetings",
    essayKey: "science",
    text: "继续用好双月例会工作机制",
    textEn: "Keep making good use of the meeting held every two months",
  },
  {
    key: "science-six-levels",
    essayKey: "science",
    text: "推动实现创新驱动发展水平、科技攻关体系化能力、产业链创新链融合度、科研人员创新创业活力、科研作学风建设水平、科技创新治理体系效能“六个提升”",
    textEn:
      "Bring about “six rises”: innovation-driven development, systematic capacity for key research, integration of industrial and innovation chains, researchers' vitality in innovation and enterprise, conduct in research, and effectiveness of governance",
  },
  {
    key: "science-shanghai",
    essayKey: "science",
    text: "加快实施新一轮沪通科技创新全面战略合作",
    textEn: "Speed up the new round of full strategic cooperation in innovation between Shanghai and Nantong",
  },
  {
    key: "commerce-events",
    essayKey: "commerce",
    text: "办好江海国际博览会、通籍优秀企业家恳谈会、央企国企投资合作恳谈会等主题招商活动",
    textEn:
      "Hold well the Jianghai International Expo, the talks with outstanding entrepreneurs from Nantong, the talks on investment by state-owned enterprises and other themed events",
  },
  {
    key: "commerce-parks",
    essayKey: "commerce",
    text: "高标准规划建设中瑞(如皋)智能制造合作创新园、中日南通新时代产业合作园。探索完善共享共建机制和模式,提升苏锡通、市北高新发展水平。加快建设启东-吴江高端制造产业园",
    textEn:
      "Plan and build to a high standard the Sino-Swiss (Rugao) park for smart manufacturing and the Sino-Japanese Nantong New Era park. Explore sharing and joint building, and raise Su-Xi-Tong and Shibei Hi-Tech. Speed up the Qidong–Wujiang park for high-end manufacturing",
  },
  {
    key: "commerce-measures",
    essayKey: "commerce",
    text: "出台深化拓展招商引资突破年若干措施",
    textEn: "Issue measures to deepen and widen the year of breakthrough in investment promotion",
  },
  {
    key: "school-eight",
    essayKey: "school",
    text: "大力实施“润成思政”育人、“优质专业(群)”建设、“成功教育”品牌锻造等“八大工程”",
    textEn:
      "Carry out with vigour “eight programmes”, among them “Runcheng” civic education, “quality specialities and groups” and the “education for success” brand",
  },
  {
    key: "haimen-steel",
    essayKey: "haimen",
    text: "推动中天钢铁二期二步等重大项目开工建设",
    textEn: "Bring about the start of major projects such as step two of phase two of Zhongtian Steel",
  },
  {
    key: "haimen-centres",
    essayKey: "haimen",
    text: "全力推进省船舶与海工技术创新中心、省药监局审评核查工作站建设运营",
    textEn:
      "Push ahead the building and running of the provincial innovation centre for ships and offshore engineering and the review and inspection station of the provincial drug administration",
  },
  {
    key: "haimen-campaigns",
    essayKey: "haimen",
    text: "实施龙头企业崛起、规上企业追赶、小微企业成长“三大专项行动”",
    textEn:
      "Carry out “three campaigns”: rise of leading enterprises, catching up of enterprises above designated size, growth of small and micro enterprises",
  },
  {
    key: "transport-cores",
    essayKey: "transport",
    text: "聚焦通州湾江海联动枢纽和新机场空铁枢纽两大核心",
    textEn: "Focus on two cores: the Tongzhou Bay river-sea hub and the air-rail hub of the new airport",
  },
  {
    key: "hitech-plans",
    essayKey: "hitech",
    text: "制订“一产一策”“一产一园”“一产一基金”推进方案",
    textEn: "Draw up the plans “one policy, one park and one fund for each industry”",
  },
];

export const seedQuotes: readonly SeedQuote[] = [...quantified, ...actuals, ...milestones];
