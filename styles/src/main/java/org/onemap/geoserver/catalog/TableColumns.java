package org.onemap.geoserver.catalog;

import java.util.Set;

/** The columns of a layer's table that GeoServer may show or hide as it likes. */
final class TableColumns {

    private static final Set<String> HOUSE_KEEPING =
            Set.of("oid", "fid", "geom", "code", "name", "parent_code", "valid_from", "change_set");

    private TableColumns() {}

    static boolean isHouseKeeping(String column) {
        return HOUSE_KEEPING.contains(column);
    }
}
