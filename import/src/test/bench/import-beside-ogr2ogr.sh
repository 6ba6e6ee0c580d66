#!/usr/bin/env bash
# Wall time of `onemap import` beside `ogr2ogr -f GPKG`, from the same 500,000-polygon GBK shapefile: 5 alternating runs, medians, ratio.
#   import/src/test/bench/import-beside-ogr2ogr.sh [WORK_DIR]
# Needs gdal-bin, python3 and, to make the data once, PostgreSQL with PostGIS; the data's SQL is ../shared/tools/bench-buildings.sql.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd -P)
work=${1:-$(mktemp -d)}
sql=$home/../shared/tools/bench-buildings.sql
runs=${RUNS:-5}
mkdir -p "$work"
shp=$work/shp/buildings500k.shp

make_data() {
  [ -f "$sql" ] || { echo "no $sql: the benchmark data is made from it" >&2; exit 1; }
  pg=$work/pg port=54991 run=() # not local: the trap at the end of the script needs them
  bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  mkdir -p "$pg" "$work/shp"
  if [ "$(id -u)" = 0 ]; then chown postgres "$pg"; chmod 755 "$work"; run=(runuser -u postgres --); fi
  "${run[@]}" "$bin/initdb" -D "$pg" -A trust >/dev/null
  "${run[@]}" "$bin/pg_ctl" -D "$pg" -w -l "$pg/log" -o "-p $port -k $pg -c fsync=off -c listen_addresses=127.0.0.1" start >/dev/null
  trap '"${run[@]}" "$bin/pg_ctl" -D "$pg" -m fast stop >/dev/null' EXIT
  psql -q -h 127.0.0.1 -p $port -U postgres -d postgres -c 'create extension postgis'
  psql -q -h 127.0.0.1 -p $port -U postgres -d postgres -f "$sql" >/dev/null
  ogr2ogr -f "ESRI Shapefile" -lco ENCODING=GBK "$shp" "PG:host=127.0.0.1 port=$port dbname=postgres user=postgres" \
    -sql "select id,name,floors,code,geom from peers.buildings500k"
}

[ -f "$shp" ] || make_data
"$home/bin/onemap" --version >/dev/null # builds it if need be, outside of the clock
cat "$work"/shp/* >/dev/null

python3 - "$home" "$shp" "$work" "$runs" <<'PY'
import os, resource, statistics, subprocess, sys, time
home, shp, work, runs = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
out = {"ogr2ogr": [], "onemap": []}
def clean(path):
    for suffix in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(path + suffix): os.remove(path + suffix)
def timed(name, command, store, env=None):
    clean(store)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    out[name].append((wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    rows = subprocess.run(["ogrinfo", "-ro", "-so", store, "building"], capture_output=True, text=True).stdout
    assert "Feature Count: 500000" in rows, rows
    print(f"{name:8} {wall:6.2f} s wall {out[name][-1][1]:6.2f} s cpu {os.path.getsize(store)/1e6:7.1f} MB", flush=True)
env = dict(os.environ, ONEMAP_JAVA_OPTS="-Xmx256m")
for _ in range(runs):
    timed("ogr2ogr", ["ogr2ogr", "-f", "GPKG", work + "/ogr.gpkg", shp, "-nln", "building"], work + "/ogr.gpkg")
    timed("onemap", [home + "/bin/onemap", "import", shp, "--store", work + "/onemap.gpkg", "--layer", "building"], work + "/onemap.gpkg", env)
m = {k: (statistics.median(w for w, _ in v), statistics.median(c for _, c in v)) for k, v in out.items()}
print(f"median   ogr2ogr {m['ogr2ogr'][0]:.2f} s wall {m['ogr2ogr'][1]:.2f} s cpu · onemap {m['onemap'][0]:.2f} s wall {m['onemap'][1]:.2f} s cpu"
      f" · ratio of wall {m['onemap'][0]/m['ogr2ogr'][0]:.2f}")
PY
