/**
 * Publishes the one map to a GeoServer: plan, apply, diff, rollback. GeoServer itself is the only memory; there is no
 * file beside it.
 *
 * <ol>
 *   <li>{@code rest} sends requests and makes sense of the answers.
 *   <li>{@code plan} says what is wanted and what differs, without knowing a server.
 *   <li>{@code catalog} reads and writes each kind of object and reads it back.
 *   <li>{@code tiles} knows which tiles a change makes stale, throws them away and makes new ones.
 *   <li>{@link org.onemap.geoserver.OneMapPublication} makes the wanted objects of a store and a theme, and
 *       {@link org.onemap.geoserver.Publisher} brings GeoServer there.
 * </ol>
 */
@NullMarked
package org.onemap.geoserver;

import org.jspecify.annotations.NullMarked;
