package org.onemap.locate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellLineTest {

    @Test
    void codesAndTheRanksOfRecordsComeBackFromARow() {
        Random random = new Random(5);
        for (int draw = 0; draw < 10_000; draw++) {
            int before = random.nextInt(CellLine.SUB_CELLS - CellLine.SIDE + 1);
            int[] codes = random.ints(CellLine.SIDE, 0, CellLine.RECORD + 1).toArray();
            int row = CellLine.putRank(before);
            for (int column = 0; column < CellLine.SIDE; column++) {
                row |= CellLine.put(codes[column], column);
            }
            int records = before;
            for (int column = 0; column < CellLine.SIDE; column++) {
                assertEquals(codes[column], CellLine.code(row, column), "draw " + draw);
                assertEquals(records, CellLine.rank(row, column), "draw " + draw);
                records += codes[column] == CellLine.RECORD ? 1 : 0;
            }
        }
    }
}
