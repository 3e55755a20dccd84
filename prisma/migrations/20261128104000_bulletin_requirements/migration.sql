-- The installed template gets a section on required work. Templates that an office has changed keep their sections.
UPDATE bulletin_template
SET body = body || '{
  "requirements": {
    "zh-CN": "（一）压实责任。对进度滞后的事项，责任部门要逐项分析原因，明确措施、完成时限和责任人。\n（二）按期报送。各责任部门要按期报送进展，如实反映问题，报送前须经本部门审核。\n（三）加强督办。对连续滞后、逾期未报的事项，督查室将跟踪督办。",
    "en": "(a) Take responsibility. For each target behind schedule, the department in charge states the cause, the measures, the date by which they take effect and who is responsible.\n(b) Report on time. Departments report their progress by the due date, state problems as they are, and review each report before they submit it.\n(c) Follow-up. The supervision office follows up on targets that stay behind schedule and on late reports."
  },
  "sections": ["summary", "departments", "behind", "not-reported", "changed", "moved", "due", "requirements", "annex"]
}'::jsonb
WHERE key = 'monthly'
  AND body->'sections' = '["summary", "departments", "behind", "not-reported", "changed", "moved", "due", "annex"]'::jsonb;
