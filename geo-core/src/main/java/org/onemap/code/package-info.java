/**
 * Code schemes as versioned data: what a code looks like, segment by segment, where that is written and how sure it is.
 * {@link org.onemap.code.CodeSchemes} lists them, {@link org.onemap.code.CodeScheme} checks one code and says where it is at fault, in
 * Chinese and English; {@link org.onemap.code.CodeExplainer} explains a code field by field, {@link org.onemap.code.CodeNumbers} mints,
 * {@link org.onemap.code.CodeMapping} converts between editions. A code is a readable, dated attribute: what a thing <em>is</em> is said
 * by its permanent {@code oid}, which has no meaning and never changes.
 */
@NullMarked
package org.onemap.code;

import org.jspecify.annotations.NullMarked;
