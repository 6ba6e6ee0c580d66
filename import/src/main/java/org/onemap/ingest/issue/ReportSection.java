package org.onemap.ingest.issue;

/**
 * A chapter that a report has beside the usual ones, such as a map. Immutable.
 *
 * @param title its heading, without number
 * @param html its content; texts in it are escaped already
 */
public record ReportSection(String title, String html) {}
