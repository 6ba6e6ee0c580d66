/**
 * What a publication consists of, and what must change to reach it. Pure: knows no server.
 *
 * <ol>
 *   <li>An {@link org.onemap.geoserver.plan.ObjectState} says what one object of GeoServer is like, as properties.
 *   <li>A {@link org.onemap.geoserver.plan.Manifest} is the whole of a publication.
 *   <li>{@link org.onemap.geoserver.plan.PublishedState} is what onemap keeps in GeoServer: what it owns, what it applied.
 *   <li>{@link org.onemap.geoserver.plan.Differ} compares a manifest with what is there and gives a
 *       {@link org.onemap.geoserver.plan.Plan}.
 * </ol>
 */
@NullMarked
package org.onemap.geoserver.plan;

import org.jspecify.annotations.NullMarked;
