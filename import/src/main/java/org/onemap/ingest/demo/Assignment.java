package org.onemap.ingest.demo;

import java.time.LocalDate;

/**
 * An invented person's post in a division. Immutable.
 *
 * @param code RY and six digits
 * @param person invented name
 * @param post 网格长, 专职网格员, 片区长 or 办事处网格总长
 * @param division where
 * @param from first day
 * @param phone with four digits masked
 */
record Assignment(String code, String person, String post, Division division, LocalDate from, String phone) {}
