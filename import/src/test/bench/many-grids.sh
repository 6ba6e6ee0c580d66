#!/bin/sh
# many-grids.sh FOLDER: writes a town of 23 offices, 529 zones and 135,424 square grids as office.csv, zone.csv, grid.csv;
# all levels share their vertices. Import it with --coordsys cgcs2000.
set -eu
mkdir -p "$1"
awk -v folder="$1" '
function position(i, j) { return sprintf("%.4f %.4f", 113 + i * 0.001, 34 + j * 0.001) }
function box(i0, j0, i1, j1,   ring, i, j) {
  ring = ""
  for (i = i0; i < i1; i++) ring = ring position(i, j0) ","
  for (j = j0; j < j1; j++) ring = ring position(i1, j) ","
  for (i = i1; i > i0; i--) ring = ring position(i, j1) ","
  for (j = j1; j > j0; j--) ring = ring position(i0, j) ","
  return "\"POLYGON((" ring position(i0, j0) "))\""
}
BEGIN {
  side = 16; across = 23
  office = folder "/office.csv"; zone = folder "/zone.csv"; grid = folder "/grid.csv"
  head = "code,name,parent_code,wkt"
  print head > office; print head > zone; print head > grid
  for (a = 0; a < across; a++) {
    oc = sprintf("410172%03d", a + 1)
    printf "%s,办%d,,%s\n", oc, a + 1, box(a * side, 0, (a + 1) * side, across * side) > office
    for (b = 0; b < across; b++) {
      zc = oc sprintf("%03d", b + 1)
      printf "%s,片%d,%s,%s\n", zc, b + 1, oc, box(a * side, b * side, (a + 1) * side, (b + 1) * side) > zone
      for (k = 0; k < side * side; k++) {
        i = a * side + int(k / side); j = b * side + k % side
        printf "%s%03d,格%d,%s,%s\n", zc, k + 1, k + 1, zc, box(i, j, i + 1, j + 1) > grid
      }
    }
  }
}'
