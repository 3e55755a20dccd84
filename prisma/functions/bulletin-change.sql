-- A bulletin's facts are frozen when it is created, its text when it is signed, and its wording when it is published.

CREATE FUNCTION check_bulletin_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.month, NEW.cut_off_on, NEW.cut_off_at, NEW.departments, NEW.facts, NEW.year, NEW.is_public, NEW.author_id,
      NEW.created_at)
    IS DISTINCT FROM
    (OLD.month, OLD.cut_off_on, OLD.cut_off_at, OLD.departments, OLD.facts, OLD.year, OLD.is_public, OLD.author_id,
      OLD.created_at)
  THEN
    RAISE EXCEPTION 'the facts of a bulletin are frozen' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF OLD.state <> 'draft' AND (NEW.prose, NEW.template) IS DISTINCT FROM (OLD.prose, OLD.template) THEN
    RAISE EXCEPTION 'a signed bulletin cannot be changed' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF OLD.state = 'published' AND NEW.published IS DISTINCT FROM OLD.published THEN
    RAISE EXCEPTION 'the text of a published bulletin is frozen' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF OLD.state <> NEW.state AND (OLD.state || ' ' || NEW.state) NOT IN
    ('draft signed', 'signed draft', 'signed published', 'draft discarded')
  THEN
    RAISE EXCEPTION 'a bulletin cannot go from % to %', OLD.state, NEW.state
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bulletin_change BEFORE UPDATE ON bulletin FOR EACH ROW EXECUTE FUNCTION check_bulletin_change();
