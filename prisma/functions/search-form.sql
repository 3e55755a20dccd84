-- Search compares folded text: one function folds stored and typed text, so that full and half width, curly
-- and straight quotes, kinds of dashes and brackets, accents and case do not matter.
CREATE FUNCTION search_form(text text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(translate(
    regexp_replace(
      regexp_replace(normalize(text, NFKD), '[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'),
      '[\t\r\f\v\u1680\u2028\u2029 ]+', ' ', 'g'),
    '“”„‟〝〞「」『』‘’‚‛′`‐‑‒–—―−⁃─[{〔【〖〘〚]}〕】〗〙〛《〈«‹》〉»›•・‧〜',
    '""""""""""''''''''''''---------((((((()))))))<<<<>>>>···~'))
$$;

-- The LIKE pattern that finds a typed word inside a folded text.
CREATE FUNCTION search_pattern(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT '%' || regexp_replace(search_form(word), '([\\%_])', '\\\1', 'g') || '%'
$$;

-- Folds a target's search text on every write.
CREATE FUNCTION fold_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := search_form(NEW.search_text);
  RETURN NEW;
END $$;
CREATE TRIGGER target_search_form BEFORE INSERT OR UPDATE OF search_text ON target
  FOR EACH ROW EXECUTE FUNCTION fold_search_text();
