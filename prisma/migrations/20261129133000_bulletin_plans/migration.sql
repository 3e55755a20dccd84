-- The installed template counts targets by plan, where they have any. Templates that an office has saved keep their sections.
UPDATE bulletin_template
SET body = jsonb_insert(body, '{sections,1}', '"plans"', true)
WHERE key = 'monthly'
  AND body->'sections' = '["summary", "departments", "behind", "not-reported", "changed", "moved", "due", "requirements", "annex"]'::jsonb
  AND NOT EXISTS (SELECT FROM event WHERE action = 'bulletin.template-saved' AND entity_id = 'monthly');
