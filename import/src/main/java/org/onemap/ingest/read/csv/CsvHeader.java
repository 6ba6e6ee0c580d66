package org.onemap.ingest.read.csv;

import java.util.List;
import org.onemap.InvalidInput;
import org.onemap.ingest.read.value.ColumnType;

/** Refuses a first line that is data. */
final class CsvHeader {

    private CsvHeader() {}

    /**
     * The first record as column names.
     *
     * @throws InvalidInput if it looks like data: a decimal number, a code of nine digits or more, or half of it numbers
     */
    static List<String> check(List<String> record, String displayName) {
        int numbers = 0;
        for (String cell : record) {
            boolean integer = ColumnType.isInteger(cell);
            numbers += integer ? 1 : 0;
            if (cell.matches("-?\\d+\\.\\d+") || (integer && cell.length() >= 9)) {
                throw dataLike(displayName, cell);
            }
        }
        if (2 * numbers >= record.size() && numbers > 0) {
            throw dataLike(displayName, String.join(", ", record));
        }
        return record;
    }

    private static InvalidInput dataLike(String displayName, String cell) {
        return new InvalidInput("the first line of " + displayName + " looks like data (\"" + cell
                + "\"): a CSV needs a line of column names above its data, add one");
    }
}
