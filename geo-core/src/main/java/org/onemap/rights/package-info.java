/**
 * Who asks, and what they may see: {@link org.onemap.rights.Principal} and its compiled
 * {@link org.onemap.rights.Scope}. Every read of the store takes a principal, so that a right is applied in one
 * way to features, tiles, lookups and exports.
 */
@NullMarked
package org.onemap.rights;

import org.jspecify.annotations.NullMarked;
