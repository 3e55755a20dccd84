// Fills the database at DATABASE_URL with the data of a province: a department with 220 targets and as many submitted
// reports, with the longest names that the fields accept.
import { ensureDemoUsers } from "@/lib/server/auth/demo-users";
import { db } from "@/lib/server/db/client";
import { rebuildStandings } from "@/lib/server/targets/standings";

const COUNT = 220;
const SLUG = "crowd";
const KNOWN_FROM = new Date("2022-12-31T16:00:00.000Z");
const REPORTED_AT = new Date("2023-09-05T02:00:00.000Z");

const LONG =
  "关于进一步深化沿江沿海地区现代综合交通运输体系与先进制造业集群融合发展并持续优化营商环境的若干政策措施落实情况";
const LONG_EN =
  "Implementation of the measures to deepen the integration of the riverside-and-coastal transport system with advanced manufacturing: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

const number = (index: number) => String(index + 1).padStart(3, "0");

await db.$transaction(
  async (tx) => {
    const parent = await tx.department.findUniqueOrThrow({ where: { slug: "nantong" } });
    const department = await tx.department.create({
      data: {
        slug: SLUG,
        name: `${LONG}领导小组办公室`,
        nameEn: `Office of the Leading Group, ${LONG_EN}`,
        order: 90,
        parentId: parent.id,
        createdAt: KNOWN_FROM,
      },
    });
    await ensureDemoUsers(tx);
    const metric = await tx.metric.create({
      data: {
        key: "crowd",
        name: LONG,
        nameEn: LONG_EN,
        unit: "万平方米",
        kind: "cumulative",
        precision: 2,
        direction: "increase",
        definition: LONG.repeat(4),
        definitionEn: LONG_EN.repeat(2),
        dataSource: LONG,
        dataSourceEn: LONG_EN,
      },
    });
    const title = (index: number) => ({
      title: `${LONG}（${number(index)}）`,
      titleEn: `${LONG_EN} (${number(index)})`,
    });
    await tx.target.createMany({
      data: Array.from({ length: COUNT }, (_, index) => ({
        code: `CROWD-${number(index)}`,
        ...title(index),
        ownerId: department.id,
        metricId: metric.id,
        comparator: "at-least",
        // Twenty have no value yet.
        value: index < 20 ? null : "123456789012.34",
        state: index < 20 ? "issued" : "received",
        visibility: "public",
        startOn: new Date("2023-01-01"),
        dueOn: new Date(index % 5 === 0 ? "2023-10-15" : "2023-12-31"),
        planShape: "linear",
        calendar: "monthly",
        searchText: `${LONG}\n${LONG_EN}`,
        createdAt: KNOWN_FROM,
      })),
    });
    const targets = await tx.target.findMany({ where: { ownerId: department.id }, orderBy: { code: "asc" } });
    const report = {
      note: LONG.repeat(3),
      problems: LONG_EN,
      nextStep: LONG,
      authorId: `demo-${SLUG}-reporter`,
      illustrative: true,
      createdAt: REPORTED_AT,
      submittedAt: REPORTED_AT,
    };
    const followed = targets.filter((target) => target.state === "received");
    await tx.update.createMany({
      data: followed
        .filter((_, index) => index % 3 === 0)
        .map(({ id }, index) => ({
          ...report,
          targetId: id,
          asOf: new Date("2023-08-31"),
          value: String(index * 1_000_000_000),
          state: "approved",
          reviewerId: `demo-${SLUG}-reviewer`,
          decidedAt: REPORTED_AT,
        })),
    });
    await tx.update.createMany({
      data: followed.map(({ id }, index) => ({
        ...report,
        targetId: id,
        asOf: new Date("2023-09-20"),
        value: String(index * 2_000_000_000),
        state: "submitted",
      })),
    });
    await rebuildStandings(
      tx,
      targets.map((target) => target.id),
    );
  },
  { timeout: 120_000 },
);
await db.$disconnect();
