-- The tables of an empty store. One statement ends with a semicolon at the end of a line.

-- GeoPackage 1.3: "GPKG", 1.3.0
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;

CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
  ('China Geodetic Coordinate System 2000', 4490, 'EPSG', 4490,
   'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4490"]]',
   'longitude/latitude coordinates in decimal degrees on the CGCS2000 ellipsoid');

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);

CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);

-- Which form these tables have; a newer one is refused
CREATE TABLE onemap_store (version INTEGER NOT NULL);
INSERT INTO onemap_store VALUES (1);

-- oid: the last one given to a row; change: the last number given; applied: the change number that readers see
CREATE TABLE onemap_sequence (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO onemap_sequence VALUES ('oid', 0), ('change', 0), ('applied', 0);

-- staged_by: 0 for the layers of the store, else the scheduled change set that brings this definition
CREATE TABLE onemap_layer (
  id INTEGER PRIMARY KEY NOT NULL,
  staged_by INTEGER NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  role TEXT NOT NULL,
  geometry TEXT NOT NULL,
  key_field TEXT NOT NULL,
  parent_layer TEXT NOT NULL,
  mode TEXT NOT NULL,
  CONSTRAINT onemap_layer_name UNIQUE (staged_by, name)
);

CREATE TABLE onemap_field (
  layer_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (layer_id, position)
) WITHOUT ROWID;

CREATE TABLE onemap_change_set (
  number INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at DATETIME NOT NULL,
  effective DATE NOT NULL,
  applied_as INTEGER,
  undone_by INTEGER,
  note TEXT NOT NULL
);
-- listed among the contents so that GIS programs show the record, and so that they show no table that is not listed
INSERT INTO gpkg_contents (table_name, data_type, identifier, description)
  VALUES ('onemap_change_set', 'attributes', 'onemap_change_set', '变更集');

CREATE TABLE onemap_change_source (
  change_set INTEGER NOT NULL,
  position INTEGER NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  crs TEXT NOT NULL,
  PRIMARY KEY (change_set, position)
) WITHOUT ROWID;

CREATE TABLE onemap_change_layer (
  change_set INTEGER NOT NULL,
  position INTEGER NOT NULL,
  layer TEXT NOT NULL,
  created INTEGER NOT NULL,
  replaced INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  retired INTEGER NOT NULL,
  PRIMARY KEY (change_set, position)
) WITHOUT ROWID;

CREATE TABLE onemap_change_log (
  change_number INTEGER NOT NULL,
  layer_id INTEGER NOT NULL,
  oid INTEGER NOT NULL,
  code TEXT,
  old_min_x DOUBLE,
  old_min_y DOUBLE,
  old_max_x DOUBLE,
  old_max_y DOUBLE,
  new_min_x DOUBLE,
  new_min_y DOUBLE,
  new_max_x DOUBLE,
  new_max_y DOUBLE,
  PRIMARY KEY (change_number, layer_id, oid)
) WITHOUT ROWID;
