package org.onemap.geoserver.tiles;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Where a layer changed, as a few boxes in degrees, longitude first: every new box is kept, and the two that grow least
 * by being joined are joined when there are too many. Confined to one thread.
 */
public final class DirtyArea {

    private static final int MOST = 4;

    private final List<Envelope> boxes = new ArrayList<>();

    /** Adds a box. */
    public void add(Envelope box) {
        if (box.isNull() || boxes.stream().anyMatch(known -> known.covers(box))) {
            return;
        }
        boxes.removeIf(box::covers);
        boxes.add(new Envelope(box));
        if (boxes.size() > MOST) {
            joinClosest();
        }
    }

    private void joinClosest() {
        int first = 0;
        int second = 1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                double growth = union(boxes.get(i), boxes.get(j)).getArea()
                        - boxes.get(i).getArea()
                        - boxes.get(j).getArea();
                if (growth < least) {
                    least = growth;
                    first = i;
                    second = j;
                }
            }
        }
        Envelope joined = union(boxes.get(first), boxes.get(second));
        boxes.remove(second);
        boxes.remove(first);
        boxes.removeIf(joined::covers);
        boxes.add(joined);
    }

    private static Envelope union(Envelope one, Envelope other) {
        Envelope union = new Envelope(one);
        union.expandToInclude(other);
        return union;
    }

    /** At most four boxes that cover every box added. */
    public List<Envelope> boxes() {
        return boxes.stream().map(Envelope::new).toList();
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return boxes.isEmpty();
    }
}
