package org.onemap.locate;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;
import org.onemap.crs.Cgcs2000;

/** Boxes first, then every ring of every candidate. Immutable. */
final class StrTreeIndex implements DivisionIndex {

    private final STRtree tree = new STRtree();
    private final int size;

    StrTreeIndex(Collection<DivisionShape> shapes) {
        for (DivisionShape shape : shapes) {
            List<Area> areas = Area.of(shape.geometry());
            Envelope box = shape.geometry().getEnvelopeInternal();
            if (!areas.isEmpty()) {
                tree.insert(box, new Entry(shape.division().code(), areas));
            }
        }
        tree.build(); // a tree that is built is only read, so it is safe for many threads
        this.size = tree.size();
    }

    @Override
    public DivisionHit locate(Cgcs2000 position) {
        Coordinate point = new Coordinate(position.lonDeg(), position.latDeg());
        Collector collector = new Collector(point);
        tree.query(new Envelope(point), item -> collector.visit((Entry) item));
        return new DivisionHit(List.copyOf(collector.covering), collector.onBoundary);
    }

    @Override
    public int size() {
        return size;
    }

    private record Entry(String code, List<Area> areas) {

        int locate(Coordinate point) {
            int best = Location.EXTERIOR;
            for (Area area : areas) {
                int location = area.locate(point);
                if (location == Location.INTERIOR) {
                    return location;
                }
                if (location == Location.BOUNDARY) {
                    best = location;
                }
            }
            return best;
        }
    }

    private static final class Collector {

        private final Coordinate point;
        private final TreeSet<String> covering = new TreeSet<>();
        private boolean onBoundary;

        private Collector(Coordinate point) {
            this.point = point;
        }

        private void visit(Entry entry) {
            int location = entry.locate(point);
            if (location != Location.EXTERIOR) {
                covering.add(entry.code());
                onBoundary |= location == Location.BOUNDARY;
            }
        }
    }
}
