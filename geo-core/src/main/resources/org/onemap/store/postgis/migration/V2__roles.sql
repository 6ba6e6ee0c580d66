-- Owner, writer and reader of the store, as group roles. Whoever may not make roles goes on without them: docs/postgis.md
-- has the statements for an administrator, and grants are made by the next who runs them.
DO $$
DECLARE
  role text;
  may boolean := (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user);
BEGIN
  FOREACH role IN ARRAY ARRAY['${owner}', '${writer}', '${reader}'] LOOP
    IF may AND NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another store of this name on the same server made it at this moment
      END;
    END IF;
  END LOOP;
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${reader}') THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', '${schema}', '${reader}');
  END IF;
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${writer}') THEN
    EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO %I', '${schema}', '${writer}');
    EXECUTE format('GRANT SELECT ON onemap_store, onemap_sequence, onemap_layer, onemap_field, onemap_change_set, '
      || 'onemap_change_source, onemap_change_layer, onemap_change_log TO %I', '${writer}');
    EXECUTE format('GRANT UPDATE ON onemap_sequence TO %I', '${writer}');
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON onemap_layer, onemap_field, onemap_change_set, '
      || 'onemap_change_source, onemap_change_layer, onemap_change_log TO %I', '${writer}');
  END IF;
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${owner}') THEN
    EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO %I', '${schema}', '${owner}');
    EXECUTE format('GRANT ALL ON ALL TABLES IN SCHEMA %I TO %I', '${schema}', '${owner}');
  END IF;
END
$$;
