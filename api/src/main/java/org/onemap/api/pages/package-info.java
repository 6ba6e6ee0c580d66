/** Static files: the viewer, OpenLayers from its WebJar, the style sheet of the plain pages. */
@NullMarked
package org.onemap.api.pages;

import org.jspecify.annotations.NullMarked;
