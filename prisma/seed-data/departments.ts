// The owners named on the page, under the city government; heads and offices exactly as printed.
import type { SeedDepartment } from "@/prisma/seed-data/types";

const CITY = "nantong";

export const seedDepartments: readonly SeedDepartment[] = [
  {
    slug: CITY,
    parentSlug: null,
    name: "南通市人民政府",
    nameEn: "Nantong Municipal People's Government",
    order: 0,
    head: null,
  },
  {
    slug: "science",
    parentSlug: CITY,
    name: "市科学技术局",
    nameEn: "Science and Technology Bureau",
    order: 1,
    head: {
      name: "赵果男",
      office: "市科学技术局局长、党组书记",
      officeEn: "Director and Party secretary, Municipal Science and Technology Bureau",
    },
  },
  {
    slug: "commerce",
    parentSlug: CITY,
    name: "市商务局",
    nameEn: "Commerce Bureau",
    order: 2,
    head: {
      name: "高红宇",
      office: "市商务局局长、党组书记,市口岸办公室主任",
      officeEn: "Director and Party secretary, Municipal Commerce Bureau; director of the Municipal Port Office",
    },
  },
  {
    slug: "transport",
    parentSlug: CITY,
    name: "市交通运输局",
    nameEn: "Transport Bureau",
    order: 3,
    head: {
      name: null,
      office: "市交通运输局党组书记、副局长",
      officeEn: "Party secretary and deputy director, Municipal Transport Bureau",
    },
  },
  {
    slug: "school",
    parentSlug: CITY,
    name: "南通中等专业学校",
    nameEn: "Nantong Secondary Vocational School",
    order: 4,
    head: {
      name: "万军",
      office: "江苏省南通中等专业学校党委副书记、校长",
      officeEn: "Principal and deputy Party secretary, Nantong Secondary Vocational School, Jiangsu",
    },
  },
  {
    slug: "hitech",
    parentSlug: CITY,
    name: "南通高新区",
    nameEn: "Nantong Hi-Tech Zone",
    order: 5,
    head: {
      name: "高洪军",
      office: "通州区区委常委、南通高新区党工委常务副书记",
      officeEn:
        "Standing committee member, Tongzhou District Party Committee; executive deputy secretary, Party Working Committee of Nantong Hi-Tech Zone",
    },
  },
  {
    slug: "haimen",
    parentSlug: CITY,
    name: "海门区人民政府",
    nameEn: "Haimen District",
    order: 6,
    head: {
      name: "宋涯",
      office: "海门区委常委、区政府副区长",
      officeEn: "Standing committee member, Haimen District Party Committee; deputy head of the District Government",
    },
  },
  {
    slug: "supervision",
    parentSlug: CITY,
    name: "市政府督查室",
    nameEn: "Supervision Office",
    order: 7,
    head: null,
  },
];
