#!/usr/bin/env bash
# Wall time of `onemap import` into PostGIS beside `ogr2ogr -f PostgreSQL` with PG_USE_COPY=YES, from the same 500,000-polygon GBK
# shapefile into the same throw-away cluster: alternating runs, medians, ratio.
#   import/src/test/bench/import-beside-ogr2ogr-postgis.sh [WORK_DIR]
# WORK_DIR/shp/buildings500k.shp is used where it is (import-beside-ogr2ogr.sh makes the same); else it is made from
# ../shared/tools/bench-buildings.sql. Needs gdal-bin, python3 and PostgreSQL with PostGIS. RUNS=5 by default.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd -P)
work=${1:-$(mktemp -d)}
sql=$home/../shared/tools/bench-buildings.sql
mkdir -p "$work/shp"
work=$(cd "$work" && pwd -P)
shp=$work/shp/buildings500k.shp

bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
pg=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
run=()
if [ "$(id -u)" = 0 ]; then chown postgres "$pg"; run=(runuser -u postgres --); fi
"${run[@]}" "$bin/initdb" -D "$pg/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
"${run[@]}" "$bin/pg_ctl" -D "$pg/data" -w -l "$pg/log" -o "-p $port -k $pg -c fsync=off -c max_wal_size=4GB -c listen_addresses=127.0.0.1" start >/dev/null
trap '"${run[@]}" "$bin/pg_ctl" -D "$pg/data" -m fast stop >/dev/null; rm -rf "$pg"' EXIT
psql -q -h 127.0.0.1 -p "$port" -U postgres -d postgres -c 'create extension postgis'

if [ ! -f "$shp" ]; then
  [ -f "$sql" ] || { echo "no $sql: the benchmark data is made from it" >&2; exit 1; }
  psql -q -h 127.0.0.1 -p "$port" -U postgres -d postgres -f "$sql" >/dev/null
  ogr2ogr -f "ESRI Shapefile" -lco ENCODING=GBK "$shp" "PG:host=127.0.0.1 port=$port dbname=postgres user=postgres" \
    -sql "select id,name,floors,code,geom from peers.buildings500k"
fi
"$home/bin/onemap" --version >/dev/null # builds it if need be, outside of the clock
cat "$work"/shp/* >/dev/null

python3 - "$home" "$shp" "$port" "${RUNS:-5}" <<'PY'
import os, resource, statistics, subprocess, sys, time
home, shp, port, runs = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
base = ["psql", "-q", "-h", "127.0.0.1", "-p", port, "-U", "postgres", "-d", "postgres", "-At", "-c"]
def psql(sql): return subprocess.run(base + [sql], check=True, capture_output=True, text=True).stdout.strip()
out = {"ogr2ogr": [], "onemap": []}
def timed(name, command, schema, env):
    psql(f"drop schema if exists {schema} cascade")
    if name == "ogr2ogr": psql(f"create schema {schema}")
    psql("checkpoint")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    out[name].append((wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    assert psql(f"select count(*) from {schema}.building") == "500000"
    print(f"{name:8} {wall:6.2f} s wall {out[name][-1][1]:6.2f} s cpu of the program", flush=True)
env = dict(os.environ, ONEMAP_JAVA_OPTS="-Xmx256m", PG_USE_COPY="YES")
for _ in range(runs):
    timed("ogr2ogr", ["ogr2ogr", "-f", "PostgreSQL", f"PG:host=127.0.0.1 port={port} dbname=postgres user=postgres", shp,
                      "-nln", "peer.building", "-lco", "GEOMETRY_NAME=geom", "-nlt", "PROMOTE_TO_MULTI"], "peer", env)
    timed("onemap", [home + "/bin/onemap", "import", shp, "--layer", "building",
                     "--store", f"postgresql://postgres@127.0.0.1:{port}/postgres?schema=onemap"], "onemap", env)
m = {k: (statistics.median(w for w, _ in v), statistics.median(c for _, c in v)) for k, v in out.items()}
print(f"median   ogr2ogr {m['ogr2ogr'][0]:.2f} s wall {m['ogr2ogr'][1]:.2f} s cpu · onemap {m['onemap'][0]:.2f} s wall {m['onemap'][1]:.2f} s cpu"
      f" · ratio of wall {m['onemap'][0]/m['ogr2ogr'][0]:.2f}")
PY
