package org.onemap.store.geopackage;

import java.sql.Connection;
import java.sql.SQLException;
import org.locationtech.jts.geom.Envelope;

final class RTreePacker {

    boolean add(long oid, Envelope box) {
        return false;
    }

    void write(Connection connection, String layer) throws SQLException {}
}
