/**
 * {@code /v1/suggest}: search by code or name over all layers, from an index in memory that follows the change number.
 *
 * <p>It is a plain scan over at most {@value org.onemap.api.suggest.SuggestIndex#MOST_ENTRIES} entries, some milliseconds
 * per question; the geocoder will take its place.
 */
@NullMarked
package org.onemap.api.suggest;

import org.jspecify.annotations.NullMarked;
