-- What guatu verify compares: the key and the digest of each row of an audited table.

-- SHA-256 of a row without its ignored columns and without null columns, so that a nullable column that a later version
-- adds does not change any digest.
CREATE FUNCTION audited_digest(body jsonb, ignored text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(
    (SELECT jsonb_object_agg(field.key, field.value) FROM jsonb_each(body - ignored) field
      WHERE field.value <> 'null')::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION audited_key(body jsonb, key_columns text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT string_agg(body->>one.name, '/' ORDER BY one.place)
  FROM unnest(key_columns) WITH ORDINALITY AS one (name, place)
$$;

-- The key and the digest of every row of a table. Times are written in UTC, independent of the session settings.
CREATE FUNCTION audited_rows(table_name text, key_columns text[], ignored text[])
RETURNS TABLE (key text, digest text) LANGUAGE plpgsql STABLE SET timezone = 'UTC' AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT audited_key(to_jsonb(r), $1), audited_digest(to_jsonb(r), $2) FROM %I r%s', table_name,
    CASE table_name
      -- A draft is private to its author until it is submitted.
      WHEN 'progress_update' THEN ' WHERE r.state NOT IN (''draft'', ''discarded'')'
      WHEN 'update_step' THEN ' WHERE NOT EXISTS (SELECT FROM progress_update u WHERE u.id = r.update_id
        AND u.state IN (''draft'', ''discarded''))'
      ELSE ''
    END) USING key_columns, ignored;
END $$;
