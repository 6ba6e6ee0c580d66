/**
 * Who asks: authentication, and nothing else. What somebody may see is {@link org.onemap.rights}' business.
 */
@NullMarked
package org.onemap.api.security;

import org.jspecify.annotations.NullMarked;
