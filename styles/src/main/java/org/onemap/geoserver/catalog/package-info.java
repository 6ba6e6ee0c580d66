/**
 * The objects of one workspace in a GeoServer: each kind is read as properties, written and removed by a class of its
 * own. What GeoServer says about a write counts for nothing here: whoever writes reads the object back.
 */
@NullMarked
package org.onemap.geoserver.catalog;

import org.jspecify.annotations.NullMarked;
