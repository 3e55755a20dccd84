// Fills a database with many targets in a few set-based statements: departments, metrics of four kinds, targets with
// every light and their standings, reports in every state, requests, instructions, quotes. For tests and the bench.
import { ensureDemoUsers } from "@/lib/server/auth/demo-users";
import { db, type Transaction } from "@/lib/server/db/client";

interface Fill {
  readonly departments: number;
  /** The range of the targets' numbers, inclusive. */
  readonly from: number;
  readonly to: number;
  /** Whether to include drafts, returned and submitted reports. */
  readonly waiting: boolean;
}

/** The state on 2023-09-30. `r` spreads the targets over a hundred classes. */
const classesOf = ({ from, to }: Fill) => `
  SELECT i, gen_random_uuid() AS id, r, CASE
      WHEN r < 5 THEN 'far-behind' WHEN r < 15 THEN 'behind' WHEN r < 55 THEN 'on-track' WHEN r < 65 THEN 'ahead'
      WHEN r < 70 THEN 'achieved' WHEN r < 75 THEN 'missed' WHEN r < 85 THEN 'no-report' WHEN r < 88 THEN 'not-started'
      WHEN r < 93 THEN 'unset' ELSE 'on-track' END AS light,
    CASE WHEN i % 12 = 5 THEN 'milestone' WHEN i % 20 = 7 THEN 'rank' WHEN i % 15 = 3 THEN 'growth'
      ELSE 'cumulative' END AS kind
  FROM (SELECT i, (i * 7919 + i / 60 * 37) % 100 AS r FROM generate_series(${from}, ${to}) AS i) AS numbered`;

const statementsOf = (fill: Fill): string[] => [
  `CREATE TEMPORARY TABLE many ON COMMIT DROP AS ${classesOf(fill)}`,
  "ANALYZE many",
  `INSERT INTO metric (id, key, name, name_en, unit, kind, direction, precision, definition, definition_en, data_source,
    data_source_en)
  SELECT gen_random_uuid(), 'many-' || kind, '指标' || kind, 'Metric of kind ' || kind,
    CASE kind WHEN 'cumulative' THEN '亿元' WHEN 'growth' THEN '%' WHEN 'rank' THEN '位' ELSE '' END, kind,
    CASE kind WHEN 'rank' THEN 'decrease' ELSE 'increase' END, 1, '统计口径', 'Definition', '统计局', 'Statistics bureau'
  FROM (VALUES ('cumulative'), ('growth'), ('rank'), ('milestone')) AS kinds(kind) ON CONFLICT DO NOTHING`,
  `INSERT INTO source (id, title, title_en, subtitle, subtitle_en, publisher, publisher_en, issue, issue_en, year)
  SELECT 'many-' || n, '任务书' || n, 'Task book ' || n, '', '', '市政府', 'City government', '1', '1', 2023
  FROM generate_series(0, ${fill.to} / 1000) AS n ON CONFLICT DO NOTHING`,
  `INSERT INTO source_section (id, source_id, key, sort_order, office, office_en, department_id, body)
  SELECT gen_random_uuid(), 'many-' || n, 'many-' || n, 0, '办公室', 'Office',
    (SELECT id FROM department WHERE slug = 'many-1'),
    (SELECT string_agg('第' || (n * 200 + q) || '项承诺：年内完成。', '' ORDER BY q) FROM generate_series(0, 199) AS q)
  FROM generate_series(0, ${fill.to} / 1000) AS n ON CONFLICT DO NOTHING`,
  `INSERT INTO quote (id, section_id, key, text, text_en, starts_at)
  SELECT gen_random_uuid(), s.id, 'many-' || (n * 200 + q), '第' || (n * 200 + q) || '项承诺：年内完成。',
    'Promise ' || (n * 200 + q) || ', within the year.', position('第' || (n * 200 + q) || '项' IN s.body) - 1
  FROM generate_series(0, ${fill.to} / 1000) AS n JOIN source_section s ON s.key = 'many-' || n, generate_series(0, 199) AS q
  ON CONFLICT DO NOTHING`,
  `INSERT INTO target (id, code, title, title_en, owner_id, metric_id, quote_id, comparator, value, start_on, due_on,
    plan_shape, calendar, state, visibility, issued_on, issued_at, receive_due_on, search_text, created_at)
  SELECT many.id, 'MANY-' || i, '第' || i || '项重点工作目标', 'Key target number ' || i, d.id, m.id, q.id,
    CASE many.kind WHEN 'rank' THEN 'within-rank' ELSE 'at-least' END,
    CASE WHEN light = 'unset' OR many.kind = 'milestone' THEN NULL WHEN many.kind = 'rank' THEN 3
      WHEN many.kind = 'growth' THEN 8 ELSE 1000 END,
    CASE light WHEN 'not-started' THEN DATE '2023-11-01' ELSE DATE '2023-01-01' END,
    CASE WHEN light = 'missed' THEN DATE '2023-08-31' WHEN i % 9 = 0 AND light <> 'not-started' THEN DATE '2023-10-15' ELSE DATE '2023-12-31' END,
    CASE many.kind WHEN 'milestone' THEN 'milestones' ELSE 'linear' END, 'monthly',
    CASE WHEN light = 'unset' THEN 'draft' WHEN r BETWEEN 75 AND 79 THEN 'issued' ELSE 'received' END,
    CASE WHEN i % 7 = 3 THEN 'internal' ELSE 'public' END,
    CASE WHEN light = 'unset' THEN NULL ELSE DATE '2023-01-01' END,
    CASE WHEN light = 'unset' THEN NULL ELSE timestamptz '2022-12-31T16:00:00Z' END,
    CASE WHEN r BETWEEN 75 AND 79 THEN DATE '2023-09-20' + i % 20 END,
    search_form(concat_ws(chr(10), 'MANY-' || i, '第' || i || '项重点工作目标', 'Key target number ' || i)), '2022-12-31T16:00:00Z'
  FROM many JOIN department d ON d.slug = 'many-' || (i % ${fill.departments} + 1)
  JOIN metric m ON m.key = 'many-' || many.kind LEFT JOIN quote q ON q.key = 'many-' || i / 5`,
  `INSERT INTO milestone_step (id, target_id, key, sort_order, title, title_en, weight, planned_on, printed)
  SELECT gen_random_uuid(), id, 'step-' || n, n, '第' || n || '步', 'Step ' || n, 25,
    (DATE '2023-01-15' + (n * 80 + i % 20)), true
  FROM many, generate_series(1, 4) AS n WHERE kind = 'milestone'`,
  // Two approved reports for each reporting target; late ones have only the first.
  `CREATE TEMPORARY TABLE many_report ON COMMIT DROP AS
  SELECT gen_random_uuid() AS update_id, many.*, turn, as_of, decided_at, expected, gap,
    CASE many.kind WHEN 'rank' THEN CASE WHEN gap < -5 THEN 6 ELSE 2 END WHEN 'growth' THEN 8 + gap / 10
      WHEN 'milestone' THEN greatest(0, least(4, floor((expected + gap / 100) * 4)))
      ELSE greatest(0, round((expected + gap / 100) * 1000, 1)) END AS value
  FROM many, (VALUES (1, DATE '2023-07-31', timestamptz '2023-08-05T02:00:00Z', 0.58),
      (2, DATE '2023-08-31', timestamptz '2023-09-05T02:00:00Z', 0.666)) AS turns(turn, as_of, decided_at, expected),
    LATERAL (SELECT CASE light WHEN 'far-behind' THEN -40 + i % 20 WHEN 'behind' THEN -14 + i % 9 WHEN 'missed' THEN -50
      WHEN 'on-track' THEN -4 + i % 8 WHEN 'ahead' THEN 6 + i % 15 ELSE 45 END::numeric AS gap) AS gaps
  WHERE light IN ('far-behind', 'behind', 'on-track', 'ahead', 'achieved', 'missed') AND (turn = 1 OR r < 93)`,
  "ANALYZE many_report",
  `INSERT INTO progress_update (id, target_id, as_of, value, note, problems, next_step, state, author_id, reviewer_id,
    illustrative, request_key, created_at, submitted_at, decided_at)
  SELECT update_id, id, as_of, value, '按月报送', CASE WHEN gap < -5 THEN '用地指标未落实' ELSE '' END, '加快推进',
    'approved', 'demo-many-' || (i % ${fill.departments} + 1) || '-reporter',
    'demo-many-' || (i % ${fill.departments} + 1) || '-reviewer', true, gen_random_uuid()::text,
    decided_at - interval '1 day', decided_at - interval '1 day', decided_at FROM many_report`,
  // Submitted reports, drafts and returned reports.
  `INSERT INTO progress_update (id, target_id, as_of, value, state, author_id, reviewer_id, return_reason, illustrative,
    request_key, created_at, submitted_at, decided_at)
  SELECT gen_random_uuid(), id, DATE '2023-09-20', 700,
    CASE i / 60 % 4 WHEN 0 THEN 'draft' WHEN 1 THEN 'returned' ELSE 'submitted' END,
    'demo-many-' || (i % ${fill.departments} + 1) || '-reporter',
    CASE i / 60 % 4 WHEN 1 THEN 'demo-many-' || (i % ${fill.departments} + 1) || '-reviewer' END,
    CASE i / 60 % 4 WHEN 1 THEN '请附佐证' END, true, gen_random_uuid()::text, '2023-09-21T02:00:00Z',
    CASE i / 60 % 4 WHEN 0 THEN NULL ELSE timestamptz '2023-09-21T02:00:00Z' END,
    CASE i / 60 % 4 WHEN 1 THEN timestamptz '2023-09-22T02:00:00Z' END
  FROM many WHERE r < 75 AND r % 5 = 1 AND ${fill.waiting}`,
  `INSERT INTO update_step (update_id, step_id, done_on)
  SELECT update_id, s.id, s.planned_on FROM many_report o JOIN milestone_step s ON s.target_id = o.id
  WHERE o.kind = 'milestone' AND s.sort_order <= o.value`,
  `INSERT INTO target_standing (target_id, known_from, known_to, owner_id, update_id, value, as_of, illustrative,
    completion_ratio, expected_ratio, gap_points, reason, light, met, start_on, due_on, next_report_opens_on,
    next_report_due_on)
  SELECT o.id, decided_at, lead(decided_at) OVER own, t.owner_id, update_id, o.value, as_of, true, expected + gap / 100,
    expected, gap, NULL,
    CASE WHEN turn = 1 AND r % 3 = 0 THEN 'behind' WHEN light = 'missed' THEN 'far-behind' ELSE light END,
    light = 'achieved' AND (turn = 2 OR r % 3 > 0), t.start_on, t.due_on,
    CASE WHEN light = 'achieved' THEN NULL WHEN turn = 1 THEN DATE '2023-09-01' WHEN r % 5 = 4 THEN DATE '2023-09-25'
      ELSE DATE '2023-10-01' END,
    CASE WHEN light = 'achieved' THEN NULL WHEN turn = 1 THEN DATE '2023-09-07' ELSE DATE '2023-10-12' END
  FROM many_report o JOIN target t ON t.id = o.id WINDOW own AS (PARTITION BY o.id ORDER BY turn)`,
  `INSERT INTO target_standing (target_id, known_from, known_to, owner_id, illustrative, reason, light, met, start_on,
    due_on, next_report_opens_on, next_report_due_on)
  SELECT t.id, t.created_at, first.decided_at, t.owner_id, false,
    'no-report', CASE many.light WHEN 'unset' THEN 'unset' ELSE 'no-report' END, NULL, t.start_on, t.due_on,
    CASE WHEN many.light <> 'unset' THEN DATE '2023-08-01' END,
    CASE WHEN many.light <> 'unset' THEN DATE '2023-08-07' END
  FROM many JOIN target t ON t.id = many.id LEFT JOIN many_report first ON first.id = t.id AND first.turn = 1`,
  `INSERT INTO target_request (id, target_id, kind, proposed, reason, requester_id, requested_at)
  SELECT gen_random_uuid(), id, 'extension', '{"dueOn": "2024-03-31"}', '工期顺延',
    'demo-many-' || (i % ${fill.departments} + 1) || '-reporter', '2023-09-10T02:00:00Z' FROM many WHERE r < 75 AND r % 25 = 2`,
  `INSERT INTO instruction (id, target_id, kind, colour, given_by, body, reply_due_on, sender_id, sent_at)
  SELECT gen_random_uuid(), id, 'instruction', 'yellow', '市长', '请说明原因', DATE '2023-09-25' + i % 10,
    'demo-supervisor', '2023-09-15T02:00:00Z' FROM many WHERE r < 75 AND r % 25 = 3`,
];

async function makeDepartments(tx: Transaction, count: number): Promise<void> {
  await tx.department.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      slug: `many-${index + 1}`,
      name: `市第${index + 1}局`,
      nameEn: `Bureau number ${index + 1}`,
      order: 100 + index,
      createdAt: new Date("2022-12-31T16:00:00.000Z"),
    })),
    skipDuplicates: true,
  });
  await ensureDemoUsers(tx);
}

/**
 * Adds targets up to this number; a later call continues from there. Triggers and foreign keys are disabled: the data
 * satisfies them by design.
 */
export async function fillTargets(
  to: number,
  { departments = 60, from = 1, waiting = true }: Partial<Omit<Fill, "to">> = {},
): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await makeDepartments(tx, departments);
      await tx.$executeRaw`SET LOCAL session_replication_role = 'replica'`;
      for (const statement of statementsOf({ departments, from, to, waiting })) await tx.$executeRawUnsafe(statement);
    },
    { timeout: 600_000 },
  );
  for (const table of ["target", "target_standing", "progress_update", "milestone_step", "quote"]) {
    await db.$executeRawUnsafe(`ANALYZE ${table}`);
  }
}
