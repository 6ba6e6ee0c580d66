/** {@code /api}: the API definition, OpenAPI 3.0, for programs and as a page for people. */
@NullMarked
package org.onemap.api.apidoc;

import org.jspecify.annotations.NullMarked;
