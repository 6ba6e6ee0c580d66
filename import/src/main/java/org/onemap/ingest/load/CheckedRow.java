package org.onemap.ingest.load;

import org.onemap.feature.Content;
import org.onemap.ingest.issue.ImportIssue.Place;

/**
 * A row that has been mapped, transformed and checked.
 *
 * @param content what goes into the store
 * @param place where it comes from
 */
record CheckedRow(Content content, Place place) {}
