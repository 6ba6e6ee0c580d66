/**
 * What is wrong with a source: {@link org.onemap.ingest.issue.ImportIssue} values with a place, collected where they are
 * noticed and reported together as a table, as GeoJSON and as a Chinese 检查报告. Never logged where found, never dropped.
 */
@NullMarked
package org.onemap.ingest.issue;

import org.jspecify.annotations.NullMarked;
