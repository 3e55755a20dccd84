-- A rank promised within a share of its peers: "within the first third". Such a promise has no figure: the last place
-- that meets it follows from the number of places of each report.
ALTER TABLE target DROP CONSTRAINT target_comparator, DROP CONSTRAINT target_rank_places;
ALTER TABLE target
  ADD CONSTRAINT target_comparator CHECK (comparator IN ('at-least', 'more-than', 'at-most', 'less-than', 'equal',
    'about', 'between', 'within-rank', 'first-third', 'first-half')),
  ADD CONSTRAINT target_rank_places CHECK (comparator NOT IN ('within-rank', 'first-third', 'first-half')
    OR ((value IS NULL OR (value >= 1 AND value = trunc(value)))
      AND (stretch_value IS NULL OR (stretch_value >= 1 AND stretch_value = trunc(stretch_value))))),
  ADD CONSTRAINT target_share_without_figure CHECK (comparator NOT IN ('first-third', 'first-half') OR value IS NULL);
