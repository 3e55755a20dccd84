-- A row that is inserted as issued is issued from its creation.
CREATE FUNCTION set_issued_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'draft' THEN
    NEW.issued_at := NULL;
  ELSIF NEW.state <> 'withdrawn' THEN
    NEW.issued_at := coalesce(NEW.issued_at, NEW.created_at);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_issued_at BEFORE INSERT ON target FOR EACH ROW EXECUTE FUNCTION set_issued_at();
