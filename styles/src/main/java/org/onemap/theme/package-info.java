/** What the map looks like: a theme file and the style documents that are generated from it. */
@NullMarked
package org.onemap.theme;

import org.jspecify.annotations.NullMarked;
