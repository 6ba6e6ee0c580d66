package org.onemap.ingest.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.onemap.InvalidInput;
import org.onemap.ingest.write.ShapeTable.Row;

/** Bytes of small files against the format's description. */
class ShapefileWriterTest {

    @TempDir
    Path dir;

    private final ShapefileWriter writer = new ShapefileWriter("PROJCS[]", LocalDate.of(2026, 1, 2));

    @Test
    void turnsShellsClockwiseAndHolesTheOtherWay() throws IOException, ParseException {
        Geometry withHole = new WKTReader().read("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 2 4, 4 4, 2 2))");
        writer.writeShapefile(
                new ShapeTable("a", List.of(DbfColumn.text("名", 4)), List.of(Row.of(withHole, "甲"))), dir);
        ByteBuffer shp =
                ByteBuffer.wrap(Files.readAllBytes(dir.resolve("a.shp"))).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(shp.getInt(32)).as("polygon").isEqualTo(5);
        assertThat(shp.order(ByteOrder.BIG_ENDIAN).getInt(24))
                .as("length in words")
                .isEqualTo(shp.capacity() / 2);
        shp.order(ByteOrder.LITTLE_ENDIAN);
        int content = 108;
        assertThat(shp.getInt(content + 36)).as("rings").isEqualTo(2);
        assertThat(shp.getInt(content + 48)).as("first of the hole").isEqualTo(5);
        int second = content + 52 + 16;
        assertThat(shp.getDouble(second)).as("x of the shell's second vertex").isEqualTo(0);
        assertThat(shp.getDouble(second + 8)).as("y of it").isEqualTo(9);
        int hole = content + 52 + 5 * 16 + 16;
        assertThat(shp.getDouble(hole)).as("x of the hole's second vertex").isEqualTo(4);
    }

    @Test
    void writesGbkAndSaysSoTwice() throws IOException {
        List<DbfColumn> columns =
                List.of(DbfColumn.text("专职网格员", 6), DbfColumn.decimal("面积", 8, 1), DbfColumn.date("日期"));
        ShapeTable table = new ShapeTable(
                "t",
                columns,
                List.of(Row.of(null, "张三", 12.34, LocalDate.of(2026, 3, 4)), Row.of(null, null, null, null)));
        byte[] dbf = Files.readAllBytes(writer.writeTable(table, dir));
        assertThat(dbf[29]).as("language driver").isEqualTo((byte) 0x4D);
        assertThat(Files.readString(dir.resolve("t.cpg"))).isEqualTo("GBK");
        String text = new String(dbf, Charset.forName("GBK"));
        assertThat(text).contains("专职网格员", " 张三      12.320260304 ").endsWith(" ".repeat(22) + "\u001a");
        assertThat(dbf).hasSize(32 + 3 * 32 + 1 + 2 * 23 + 1);
    }

    @Test
    void refusesNamesAndValuesThatWouldBeCut() {
        assertThatThrownBy(() -> write(DbfColumn.text("所属办事处名", 9), "x"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("所属办事处名")
                .hasMessageContaining("12 bytes");
        assertThatThrownBy(() -> write(DbfColumn.text("名称", 5), "三个字"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("三个字")
                .hasMessageContaining("widen");
    }

    private void write(DbfColumn column, String value) {
        writer.writeTable(new ShapeTable("r", List.of(column), List.of(Row.of(null, value))), dir);
    }
}
