#!/usr/bin/env bash
# CPU time of the lookup beside both JTS locators and, where it is installed, the join of PostGIS: 189, 20,000 and 135,000 polygons
# in one run each, and the build of a million. About two minutes and 6 GB on a quiet machine.
#   geo-core/src/test/bench/lookup.sh [189] [20000] [135000] [million] [postgis]     (all of them if none is named)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../../.."
mvn -B -q test-compile -Dquick -pl geo-core
mvn -B -q dependency:build-classpath -Dquick -pl geo-core -Dmdep.outputFile=target/class-path.txt
[ $# -gt 0 ] || set -- 189 20000 135000 million postgis
exec java -Xmx5g -XX:+UseParallelGC -cp "geo-core/target/test-classes:geo-core/target/classes:$(cat geo-core/target/class-path.txt)" \
  org.onemap.locate.LookupComparison "$@"
