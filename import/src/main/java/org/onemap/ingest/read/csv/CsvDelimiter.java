package org.onemap.ingest.read.csv;

import java.io.Reader;
import java.util.List;

/** Which character separates the cells of a text: the one that gives the most cells, equally many in all records. */
final class CsvDelimiter {

    private static final char[] CANDIDATES = {',', '\t', ';', '|'};
    private static final int RECORDS = 30;

    private CsvDelimiter() {}

    /** The delimiter of a text; a comma if there is none. */
    static char of(CsvText text) {
        char best = ',';
        double most = 0;
        for (char candidate : CANDIDATES) {
            double score = score(text, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static double score(CsvText text, char delimiter) {
        Reader reader = text.open();
        try (CsvParser parser = new CsvParser(reader, delimiter)) {
            List<String> header = parser.next();
            if (header == null || header.size() < 2) {
                return 0;
            }
            int records = 0;
            int equal = 0;
            for (List<String> record = parser.next(); record != null && records < RECORDS; record = parser.next()) {
                records++;
                equal += record.size() == header.size() ? 1 : 0;
            }
            double share = records == 0 ? 1 : (double) equal / records;
            return share * header.size() + 0.01 * header.size();
        }
    }
}
