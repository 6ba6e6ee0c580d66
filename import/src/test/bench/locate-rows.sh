#!/usr/bin/env bash
# CPU time of `onemap locate` on 10,000,000 CSV rows, beside mawk or gawk that only appends three empty cells to each row.
#   import/src/test/bench/locate-rows.sh [WORK_DIR] [STORE.gpkg]
# ROWS=10000000 RUNS=3. Without a store the demo district (189 grids) is made. Rows per second per core = rows / (user + system time),
# the start of Java and the reading of the store included.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd -P)
work=${1:-$(mktemp -d)}
store=${2:-$work/demo/onemap-demo.gpkg}
export ROWS=${ROWS:-10000000} RUNS=${RUNS:-3}
mkdir -p "$work"
csv=$work/points-$ROWS.csv

"$home/bin/onemap" --version >/dev/null # builds it if need be, outside of the clock
[ -f "$store" ] || "$home/bin/onemap" demo --no-serve --data "$(dirname "$store")" >/dev/null
# within the extent of the demo district, 7 decimals, a quoted text in every tenth row
[ -f "$csv" ] || awk -v n="$ROWS" 'BEGIN { srand(20240607); print "id,lon,lat,text"
  for (i = 1; i <= n; i++) printf "%d,%.7f,%.7f,%s\n", i, 113.46 + 0.133 * rand(), 34.773 + 0.101 * rand(), i % 10 ? "冬青街" : "\"a, b\"" }' >"$csv"

python3 - "$home" "$store" "$csv" "$work" <<'PY'
import os, resource, statistics, subprocess, sys, time
home, store, csv, work = sys.argv[1:]
rows, runs = int(os.environ["ROWS"]), int(os.environ["RUNS"])
def timed(name, command, out):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with open(csv, "rb") as stdin, open(out, "wb") as stdout:
        said = subprocess.run(command, check=True, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE).stderr.decode().strip()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:7} {time.monotonic() - start:6.2f} s wall {cpu:6.2f} s CPU  {said}", flush=True)
    return cpu
env = ["env", "ONEMAP_JAVA_OPTS=-Xmx256m"]
locate = env + [home + "/bin/onemap", "locate", "--store", store, "--coordsys", "wgs84", "--columns", "grid,zone,office"]
awk = ["awk", "{ print $0 \",,,\" }"]
cpu = {"awk": [], "locate": []}
for _ in range(runs):
    cpu["awk"].append(timed("awk", awk, work + "/awk.csv"))
    cpu["locate"].append(timed("locate", locate, work + "/located.csv"))
with open(work + "/located.csv", "rb") as f:
    assert sum(block.count(b"\n") for block in iter(lambda: f.read(1 << 24), b"")) == rows + 1
m = {name: statistics.median(of) for name, of in cpu.items()}
print(f"median  awk {m['awk']:.2f} s · locate {m['locate']:.2f} s CPU = {rows / m['locate'] / 1e6:.2f} M rows per second per core"
      f" · ratio {m['locate'] / m['awk']:.2f}")
PY
