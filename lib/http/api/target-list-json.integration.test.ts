import { beforeAll, expect, it } from "vitest";
import { targetSchema } from "@/lib/schemas/api";
import { NO_FILTERS } from "@/lib/schemas/target-list";
import { db } from "@/lib/server/db/client";
import { listTargets } from "@/lib/server/targets/data";
import { transitionTarget } from "@/lib/server/targets/life-cycle";
import { reviseTarget } from "@/lib/server/targets/revisions";
import { loadSampleProgress } from "@/prisma/seed/sample-progress";
import { as, done, loadPageAndPeople } from "@/testing/people";
import { targetJson } from "./target-json";
import { listTargetsJson } from "./target-list-json";

const REVISION = { reason: "年中调整", authority: "市政府常务会议纪要第8号" };

beforeAll(async () => {
  await loadPageAndPeople();
  await db.$transaction((tx) => loadSampleProgress(tx), { timeout: 60_000 });
  const supervisor = await as("demo-supervisor", "2023-09-15");
  done(await reviseTarget("NT-T02", { ...REVISION, value: "380.5", dueOn: "2024-03-31" }, supervisor));
  const responsibility = {
    supporting: ["commerce", "science"],
    responsiblePost: "规划处处长",
    leaderInCharge: "副市长",
  };
  done(await reviseTarget("NT-M12", { ...REVISION, ...responsibility }, supervisor));
  const withdrawal = { step: "withdraw", authority: "通知", note: "取消", receiveWithinDays: 3 } as const;
  done(await transitionTarget("NT-T03", withdrawal, supervisor));
});

it.each(["2023-02-10", "2023-09-14", "2023-09-30", "2023-12-31"])(
  "gives on %s the same rows as the page's list, revised targets included",
  async (day) => {
    const context = await as("demo-supervisor", day);
    for (const [lang, order] of [
      ["zh-CN", "asc"],
      ["en", "desc"],
    ] as const) {
      const filters = { ...NO_FILTERS, limit: 7, order };
      const [data, expected] = [[] as unknown[], [] as unknown[]];
      let [cursor, other]: (string | undefined)[] = [undefined, undefined];
      do {
        const page = await listTargetsJson({ ...filters, cursor }, context, lang);
        const list = await listTargets({ ...filters, cursor: other }, context);
        data.push(...page.data);
        expected.push(...list.rows.map((row) => targetJson(row, lang)));
        [cursor, other] = [page.nextCursor ?? undefined, list.nextCursor ?? undefined];
        expect(cursor === undefined).toBe(other === undefined);
      } while (cursor !== undefined);
      expect(data.length).toBeGreaterThan(20);
      expect(data).toEqual(expected);
      expect(targetSchema.array().safeParse(data).error).toBeUndefined();
    }
  },
);

it("shows a revised target's issued terms, and on a day before the revision the terms of that day", async () => {
  const on = async (day: string) => {
    const { data } = await listTargetsJson({ ...NO_FILTERS, limit: 200 }, await as("demo-supervisor", day), "en");
    return data.find((one) => one.code === "NT-T02");
  };
  expect(await on("2023-09-14")).toMatchObject({ targetValue: "402", dueOn: "2023-12-31", adjusted: false });
  const after = await on("2023-09-30");
  expect(after).toMatchObject({ targetValue: "380.5", dueOn: "2024-03-31", adjusted: true });
  expect(after?.original).toMatchObject({ targetValue: "402", dueOn: "2023-12-31" });
});
