package org.onemap.ingest.demo;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * An office, zone or grid. Immutable.
 *
 * @param code 9, 12 or 15 digits; it begins with the parent's
 * @param name for instance 枫杨一片区03网格
 * @param parentCode 410172 for an office
 * @param polygon union of its blocks
 * @param blocks ids of its blocks
 */
record Division(String code, String name, String parentCode, Polygon polygon, List<Integer> blocks) {

    Division {
        blocks = List.copyOf(blocks);
    }

    /** The first nine digits: the office itself or the one it belongs to. */
    String officeCode() {
        return code.substring(0, 9);
    }
}
