package org.onemap.ingest.load;

import org.onemap.feature.Content;
import org.onemap.ingest.issue.ImportIssue.Place;

/**
 * A row that has been mapped, transformed and checked.
 *
 * @param content what goes into the store
 * @param place where it comes from
 * @param isStorable whether it can go into the store at all; if not, an error says why
 */
record CheckedRow(Content content, Place place, boolean isStorable) {}
