#!/bin/sh
# http-times.sh URL PATH...: the median and the ninth tenth of the time of whole requests by curl, one at a time over
# loopback, RUNS (50) of them after 10 to warm up.
set -eu
url=$1
shift
runs=${RUNS:-50}
for path in "$@"; do
  for i in $(seq 10); do curl -sf -o /dev/null "$url$path"; done
  for i in $(seq "$runs"); do curl -sf -o /dev/null -w '%{time_total} %{size_download}\n' "$url$path"; done | sort -n |
    awk -v path="$path" '{ ms[NR] = $1 * 1000; bytes = $2 }
      END { printf "%8.1f ms median %8.1f ms p90 %8.0f kB  %s\n", ms[int((NR + 1) / 2)], ms[int((NR * 9 + 9) / 10)], bytes / 1000, path }'
done
