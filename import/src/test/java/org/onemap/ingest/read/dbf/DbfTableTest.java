package org.onemap.ingest.read.dbf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.ingest.issue.Severity;
import org.onemap.ingest.read.Reading;

/** Tables: values without loss, names, what is wrong with headers. */
class DbfTableTest {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    private Reading read(byte[] table) throws Exception {
        return Reading.of(Files.write(folder.resolve("t.dbf"), table));
    }

    @ParameterizedTest(name = "{0} \"{1}\" is {2} {3}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
        N 10 0 | 12                 | INTEGER | 12                   |
        N 18 0 | 999999999999999999 | INTEGER | 999999999999999999   |
        N 19 0 | -9223372036854775808 | INTEGER | -922337203685477580 |
        N 20 0 | 12345678901234567890 | TEXT | 12345678901234567890 | number-as-text
        N 10 0 | 1.50               | REAL    | 1.5                  |
        N 10 2 | 7                  | REAL    | 7.0                  |
        N 24 15 | 113.832769999999996 | REAL  | 113.83277            |
        N 24 15 | 113.832770000000000 | REAL  | 113.83277            |
        N 24 6 | 12345678901234.123456 | TEXT | 12345678901234.123456 | number-as-text
        F 19 11 | 1.13450000000e+002 | REAL   | 113.45               |
        N 8 3 | 68,500             | REAL    | 68.5                 | decimal-comma
        N 5 0 | *****              | INTEGER | null                 | number-overflow
        N 10 2 | nan                | REAL    | null                 | not-a-number
        N 10 2 | 1.#QNAN            | REAL    | null                 | not-a-number
        N 10 2 | abc                | REAL    | null                 | not-a-number
        N 10 2 |                    | REAL    | null                 |
        N 4 0 | -0                 | INTEGER | 0                    |
        D 8 0 | 20240229           | DATE    | 2024-02-29           |
        D 8 0 | 20230229           | DATE    | null                 | not-a-date
        D 8 0 | 00000000           | DATE    | null                 |
        D 10 0 | 2024/2/9           | DATE    | 2024-02-09           |
        L 1 0 | T                  | BOOLEAN | true                 |
        L 1 0 | n                  | BOOLEAN | false                |
        L 1 0 | ?                  | BOOLEAN | null                 |
        L 1 0 | x                  | BOOLEAN | null                 | not-a-logical
        C 8 0 | 0371               | TEXT    | 0371                 |
        C 8 0 |                    | TEXT    | null                 |
        X 8 0 | abc                | TEXT    | abc                  | column-type
        """)
    void readsAValue(String column, String written, String fieldType, String expected, String warning)
            throws Exception {
        String[] parts = column.split(" ", 3);
        DbfBytes table = new DbfBytes()
                .column("V", parts[0].charAt(0), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                .row(written == null ? "" : written);
        Reading reading = read(table.bytes());
        assertThat(reading.layer().columns()).containsExactly("V:" + fieldType);
        assertThat(String.valueOf(reading.layer().value(0, "V"))).isEqualTo(expected);
        assertThat(reading.rules(Severity.WARNING))
                .containsExactlyElementsOf(warning == null ? java.util.List.of() : java.util.List.of(warning));
        assertThat(reading.rules(Severity.ERROR)).isEmpty();
    }

    @Test
    void keepsAWholeColumnAsTextForOneNumberThatIsTooLong() throws Exception {
        Reading reading = read(new DbfBytes()
                .column("V", 'N', 20, 0)
                .row("7")
                .row("41017216000100000001")
                .bytes());
        assertThat(reading.layer().column("V")).containsExactly("7", "41017216000100000001");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GBK, 77", "GBK, 122", "Big5, 79", "Big5, 120", "Shift_JIS, 123", "windows-1251, 201", "IBM866, 38"})
    void readsInTheCharsetOfTheLanguageDriver(String charset, int driver) throws Exception {
        String text =
                switch (charset) {
                    case "windows-1251", "IBM866" -> "улица";
                    case "GBK" -> "网格";
                    default -> "網格";
                };
        Reading reading = read(new DbfBytes(Charset.forName(charset))
                .column("NAME", 'C', 20, 0)
                .row(text)
                .driver(driver)
                .bytes());
        assertThat(reading.layer().value(0, "NAME")).isEqualTo(text);
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void leavesAwayAnEndCutInHalf() throws Exception {
        byte[] cut = Arrays.copyOf("建设路街道办事处".getBytes(GBK), 9);
        byte[] cutUtf8 = Arrays.copyOf("建设路街道".getBytes(StandardCharsets.UTF_8), 10);
        Reading gbk = read(new DbfBytes(GBK)
                .column("所属片区编码", 'C', 9, 0)
                .row(cut)
                .driver(77)
                .bytes());
        assertThat(gbk.layer().rows().get(0).values().get(0)).isEqualTo("建设路街");
        assertThat(gbk.issue("cut-text").place().row()).isEqualTo(1);
        Files.writeString(folder.resolve("t.cpg"), "UTF-8");
        Reading utf8 =
                read(new DbfBytes().column("所属片区", 'C', 10, 0).row(cutUtf8).bytes());
        assertThat(utf8.layer().columns()).containsExactly("所属片:TEXT");
        assertThat(utf8.layer().value(0, "所属片")).isEqualTo("建设路");
        assertThat(utf8.rules(Severity.WARNING)).containsExactly("cut-name", "cut-text");
        assertThat(utf8.rules(Severity.ERROR)).isEmpty();
    }

    @ParameterizedTest(name = ".cpg {0}")
    @CsvSource({"GBK", "936", "cp936", "ANSI 936", "LDID/77", "GB2312", "gb18030", "'OEM 936'"})
    void takesTheWordOfTheCpgOverTheLanguageDriver(String cpg) throws Exception {
        Files.writeString(folder.resolve("t.cpg"), cpg);
        Reading reading = read(
                new DbfBytes(GBK).column("名称", 'C', 20, 0).row("桐柏路").driver(87).bytes());
        assertThat(reading.layer().value(0, "名称")).isEqualTo("桐柏路");
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void saysThatTheBytesContradictTheCpg() throws Exception {
        Files.writeString(folder.resolve("t.cpg"), "UTF-8");
        byte[] table = new DbfBytes(GBK)
                .column("NAME", 'C', 40, 0)
                .row("郑州高新技术产业开发区")
                .row("科学大道与长椿路交叉口")
                .bytes();
        Reading reading = read(table);
        assertThat(reading.issue("charset-contradicted").severity()).isEqualTo(Severity.ERROR);
        assertThat(reading.issue("charset-contradicted").message()).contains("--charset GB18030");
        Reading told = Reading.of(folder.resolve("t.dbf"), Optional.of(GBK));
        assertThat(told.layer().value(1, "NAME")).isEqualTo("科学大道与长椿路交叉口");
        assertThat(told.issues()).isEmpty();
        Reading wrong = Reading.of(folder.resolve("t.dbf"), Optional.of(StandardCharsets.UTF_8));
        assertThat(wrong.rules(Severity.WARNING)).containsExactly("malformed-text");
    }

    @Test
    void namesColumnsThatHaveNoNameOrTheSame() throws Exception {
        Reading reading = read(new DbfBytes()
                .column("A", 'C', 1, 0)
                .column("a", 'C', 1, 0)
                .column("", 'C', 1, 0)
                .column("Z", 'C', 0, 0)
                .row("1", "2", "3")
                .bytes());
        assertThat(reading.layer().columns()).containsExactly("A:TEXT", "a_1:TEXT", "field_3:TEXT");
        assertThat(reading.rules(Severity.WARNING))
                .containsExactly("column-without-name", "duplicate-column", "zero-width-column");
    }

    @Test
    void readsTextsWiderThan255() throws Exception {
        String text = "x".repeat(700);
        Reading reading = read(new DbfBytes().column("T", 'C', 700, 0).row(text).bytes());
        assertThat(reading.layer().value(0, "T")).isEqualTo(text);
    }

    @Test
    void readsBinaryColumnsOfVisualFoxPro() throws Exception {
        ByteBuffer time = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(2_460_000)
                .putInt(3_600_000);
        Reading reading = read(new DbfBytes()
                .version(0x30)
                .column("I", 'I', 4, 0)
                .column("B", 'B', 8, 0)
                .column("Y", 'Y', 8, 0)
                .column("T", 'T', 8, 0)
                .row(
                        little(4).putInt(-7).array(),
                        little(8).putDouble(2.5).array(),
                        little(8).putLong(12_345).array(),
                        time.array())
                .bytes());
        assertThat(reading.layer().rows().get(0).values())
                .containsExactly(-7L, 2.5, 1.2345, Instant.parse("2023-02-23T17:00:00Z"));
    }

    @Test
    void readsTheMarksOfMissingValuesOfVisualFoxPro() throws Exception {
        DbfBytes table = new DbfBytes().version(0x30).column("A", 'I', 4, 0).nullable();
        table.column("V", 'V', 6, 0).column("B", 'I', 4, 0).nullable().column("_NullFlags", '0', 1, 0);
        byte[] one = little(4).putInt(1).array();
        Reading reading = read(table.row(one, new byte[] {'a', 'b', ' ', 'x', 'x', 3}, one, new byte[] {2})
                .row(one, "abcdef", one, new byte[] {5})
                .bytes());
        assertThat(reading.layer().columns()).containsExactly("A:INTEGER", "V:TEXT", "B:INTEGER");
        assertThat(reading.layer().column("A")).containsExactly(1L, null);
        assertThat(reading.layer().column("V")).containsExactly("ab", "abcdef");
        assertThat(reading.layer().column("B")).containsExactly(1L, null);
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void readsMemosOfEachKind() throws Exception {
        byte[] dbt = new byte[1536];
        System.arraycopy("旧备注\u001A\u001A".getBytes(GBK), 0, dbt, 512, 8);
        ByteBuffer.wrap(dbt)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(1024, 0x0008FFFF)
                .putInt(1028, 8 + 6);
        System.arraycopy("新备注".getBytes(GBK), 0, dbt, 1032, 6);
        DbfBytes table = new DbfBytes(GBK)
                .version(0x83)
                .column("M", 'M', 10, 0)
                .row("         1")
                .row("         2")
                .row("")
                .row("        99")
                .driver(77);
        Reading without = read(table.bytes());
        assertThat(without.layer().column("M")).containsOnlyNulls();
        assertThat(without.rules(Severity.WARNING)).containsExactly("memo-file-missing");
        Files.write(folder.resolve("t.dbt"), dbt);
        Reading reading = read(table.bytes());
        assertThat(reading.layer().column("M")).containsExactly("旧备注", "新备注", null, null);
        assertThat(reading.issue("memo-missing").place().row()).isEqualTo(4);
    }

    @Test
    void readsMemosOfFoxPro() throws Exception {
        ByteBuffer fpt = ByteBuffer.allocate(256).putShort(6, (short) 64);
        fpt.putInt(64, 1).putInt(68, 5).put(72, "hello".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("t.fpt"), fpt.array());
        Reading reading = read(new DbfBytes()
                .version(0x30)
                .column("M", 'M', 4, 0)
                .row((Object) little(4).putInt(1).array())
                .bytes());
        assertThat(reading.layer().value(0, "M")).isEqualTo("hello");
    }

    @Test
    void believesTheFileMoreThanItsHeader() throws Exception {
        byte[] table =
                new DbfBytes().column("A", 'C', 3, 0).row("one").row("two").bytes();
        little(table).putInt(4, 0);
        assertThat(read(table).layer().column("A")).containsExactly("one", "two");
        little(table).putInt(4, 5);
        assertThat(read(table).issue("file-cut").message()).contains("5 records, 2 are there");
        little(table).putInt(4, 2).putShort(8, (short) 7);
        Reading header = read(table);
        assertThat(header.layer().column("A")).containsExactly("one", "two");
        assertThat(header.rules(Severity.WARNING)).containsExactly("dbf-header");
        little(table).putShort(8, (short) 65).putShort(10, (short) 2);
        assertThat(read(table).layer().column("A")).containsExactly("one", "two");
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void readsWithoutEndOfFileAndCutsTextsAtZeroBytes() throws Exception {
        byte[] table = new DbfBytes()
                .column("A", 'C', 6, 0)
                .row((Object) new byte[] {'a', 'b', 0, 'c', 'd', 'e'})
                .row("")
                .bytes();
        Reading reading = read(Arrays.copyOf(table, table.length - 1));
        assertThat(reading.layer().column("A")).containsExactly("ab", null);
    }
}
