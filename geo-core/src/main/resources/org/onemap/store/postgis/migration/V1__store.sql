-- The tables of an empty store, the same as those of a GeoPackage store.

-- Which form these tables have; a newer one is refused
CREATE TABLE onemap_store (version bigint NOT NULL);
INSERT INTO onemap_store VALUES (1);

-- oid: the last one given to a row; change: the last number given; applied: the change number that readers see
CREATE TABLE onemap_sequence (name text NOT NULL PRIMARY KEY, value bigint NOT NULL);
INSERT INTO onemap_sequence VALUES ('oid', 0), ('change', 0), ('applied', 0);

-- staged_by: 0 for the layers of the store, else the change set that brings this definition
CREATE TABLE onemap_layer (
  id bigint PRIMARY KEY,
  staged_by bigint NOT NULL,
  name text NOT NULL,
  title text NOT NULL,
  role text NOT NULL,
  geometry text NOT NULL,
  key_field text NOT NULL,
  parent_layer text NOT NULL,
  mode text NOT NULL,
  CONSTRAINT onemap_layer_name UNIQUE (staged_by, name)
);

CREATE TABLE onemap_field (
  layer_id bigint NOT NULL,
  position bigint NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (layer_id, position)
);

CREATE TABLE onemap_change_set (
  number bigint PRIMARY KEY,
  kind text NOT NULL,
  state text NOT NULL,
  author text NOT NULL,
  made_at timestamptz NOT NULL,
  effective date NOT NULL,
  applied_as bigint,
  undone_by bigint,
  note text NOT NULL
);
COMMENT ON TABLE onemap_change_set IS '变更集';

CREATE TABLE onemap_change_source (
  change_set bigint NOT NULL,
  position bigint NOT NULL,
  file text NOT NULL,
  sha256 text NOT NULL,
  crs text NOT NULL,
  PRIMARY KEY (change_set, position)
);

CREATE TABLE onemap_change_layer (
  change_set bigint NOT NULL,
  position bigint NOT NULL,
  layer text NOT NULL,
  created bigint NOT NULL,
  replaced bigint NOT NULL,
  unchanged bigint NOT NULL,
  retired bigint NOT NULL,
  PRIMARY KEY (change_set, position)
);

CREATE TABLE onemap_change_log (
  change_number bigint NOT NULL,
  layer_id bigint NOT NULL,
  oid bigint NOT NULL,
  code text,
  old_min_x double precision,
  old_min_y double precision,
  old_max_x double precision,
  old_max_y double precision,
  new_min_x double precision,
  new_min_y double precision,
  new_max_x double precision,
  new_max_y double precision,
  PRIMARY KEY (change_number, layer_id, oid)
);
