#!/usr/bin/env bash
# From the command `bin/onemap serve` to the first 200 of /v1/locate with the right grid, on a store of 135,424 crooked grids of 80 vertices.
#   api/src/test/bench/start-135k.sh WORK_DIR [STORE]
# RUNS=9 PORT=7391. STORE is a .gpkg in WORK_DIR unless named otherwise, for instance postgresql://user:password@host:port/db; it is filled if it has no
# grids. The first start of a store reads and indexes it; it is told apart from the later ones.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd -P)
work=${1:?say where to keep the store}
store=${2:-$work/grids-135k.gpkg}
export RUNS=${RUNS:-9} PORT=${PORT:-7391}
mkdir -p "$work"

"$home/bin/onemap" --version >/dev/null # builds it if need be, outside of the clock
if ! "$home/bin/onemap" changes list --store "$store" 2>/dev/null | grep -q 'grid'; then
  java "$home/api/src/test/bench/CrookedGrids.java" "$work/grids-135k.geojson"
  "$home/bin/onemap" import "$work/grids-135k.geojson" --store "$store" --layer grid --coordsys cgcs2000 >/dev/null
  rm "$work/grids-135k.geojson"
fi

python3 - "$home" "$store" <<'PY'
import json, os, resource, signal, socket, statistics, subprocess, sys, time
home, store = sys.argv[1:]
runs, port = int(os.environ["RUNS"]), int(os.environ["PORT"])
row, column = 211, 97
ask = f"/v1/locate?lon={113 + (column + 0.5) * 0.004}&lat={34 + (row + 0.5) * 0.004}&coordsys=cgcs2000"
expected = f"410172{row:03}{column:03}001"

def answer():
    """Status and body; what is not there yet is asked for again after 2 ms, on a connection of its own."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as s:
        s.sendall(f"GET {ask} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n".encode())
        got = b"".join(iter(lambda: s.recv(65536), b""))
    head, _, body = got.partition(b"\r\n\r\n")
    return int(head.split()[1]), body

def start():
    began = time.monotonic()
    server = subprocess.Popen([home + "/bin/onemap", "serve", "--store", store, "--port", str(port)],
                              stdout=subprocess.DEVNULL)
    while True:
        try:
            status, body = answer()
            if status == 200:
                break
        except (ConnectionError, IndexError):
            pass
        if server.poll() is not None:
            sys.exit("the server ended by itself")
        time.sleep(0.002)
    wall = time.monotonic() - began
    with open(f"/proc/{server.pid}/stat") as f:
        fields = f.read().rsplit(")", 1)[1].split()
    cpu = sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")
    server.send_signal(signal.SIGTERM)
    server.wait()
    found = json.loads(body)
    assert expected in json.dumps(found), found
    return wall, cpu

def say(name, times):
    wall, cpu = zip(*times)
    print(f"{name:12} {statistics.median(wall):5.2f} s wall ({min(wall):.2f}–{max(wall):.2f})  {statistics.median(cpu):5.2f} s CPU", flush=True)

say("first start", [start()])
say(f"later, {runs}", [start() for _ in range(runs)])
PY
