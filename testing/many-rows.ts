// A task table with many rows and a table of their monthly values, as CSV, for tests and the bench of large imports.

/** The departments own the tasks in turn. */
export function manyTasks(count: number, owners: readonly string[]): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const [number, value] = [index + 1, 100 + (index % 900)];
    const owner = owners[index % owners.length] ?? "";
    return `${number},推进第${number}项重点工程建设,第${number}项工程完成投资,亿元,≥${value},${value - 10},${owner},12月底`;
  });
  return [
    "2023年重点工作任务分解表",
    "序号,目标任务,指标,计量单位,2023年目标,2022年实绩,牵头单位,完成时限",
    ...rows,
  ].join("\n");
}

/** A value for each target and month end; later months are higher. */
export function manyValues(codes: readonly string[], days: readonly string[]): string {
  const rows = codes.flatMap((code, index) =>
    days.map((day, month) => `${code},${day},${(month + 1) * 5 + (index % 7)},`),
  );
  return ["目标编号,数据截至日,完成值,说明", ...rows].join("\n");
}
