/**
 * Code schemes as versioned data: what a code of a layer looks like, segment by segment. A layer has at most one scheme;
 * {@link org.onemap.code.CodeSchemes} lists them, {@link org.onemap.code.CodeScheme} checks one code and says where it is
 * at fault, in Chinese and English.
 */
@NullMarked
package org.onemap.code;

import org.jspecify.annotations.NullMarked;
