-- The names of departments on a day.

-- Every department with its name at a moment.
CREATE FUNCTION department_named_on(moment timestamptz)
RETURNS TABLE (id uuid, slug text, name text, name_en text, sort_order integer)
LANGUAGE sql STABLE AS $$
  SELECT d.id, d.slug, coalesce(f.name, d.name), coalesce(f.name_en, d.name_en), d.sort_order
  FROM department d LEFT JOIN department_former_name f
    ON f.department_id = d.id AND f.known_to > moment AND (f.known_from IS NULL OR f.known_from <= moment)
$$;

CREATE FUNCTION check_renaming_is_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.name, NEW.name_en) IS DISTINCT FROM (OLD.name, OLD.name_en) AND NOT EXISTS (
    SELECT 1 FROM department_former_name WHERE department_id = NEW.id AND xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION 'the renaming of department % must record its former name', NEW.slug USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER renaming_is_recorded AFTER UPDATE ON department DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_renaming_is_recorded();
