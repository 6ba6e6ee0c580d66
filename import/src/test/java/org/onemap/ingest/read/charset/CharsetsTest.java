package org.onemap.ingest.read.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.ingest.read.charset.StrictDecoder.Outcome;

/** Names of character sets, strict decoding, and judgements. */
class CharsetsTest {

    private static final List<String> STREETS = List.of(
            "科学大道", "长椿路", "桐柏路", "西四环", "陇海西路", "建设西路", "百花路", "枫杨街", "梧桐街", "瑞达路", "冬青街", "翠竹街", "金梭路", "银屏路", "莲花街",
            "药厂街", "石佛镇", "沟赵乡", "须水镇", "双桥村");
    private static final List<String> VILLAGES = List.of(
            "中門里", "善化區", "嘉南里", "臺南市", "東門里", "龍山里", "鳳山區", "嘉興里", "溪埔里", "廣福里", "寶山鄉", "灣內里", "頂寮村", "鹽埕區", "橋頭區");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "UTF-8, UTF-8",
        "utf8, UTF-8",
        "65001, UTF-8",
        "cp65001, UTF-8",
        "GBK, GB18030",
        "gb2312, GB18030",
        "936, GB18030",
        "cp936, GB18030",
        "CP-936, GB18030",
        "ANSI 936, GB18030",
        "windows-936, GB18030",
        "x-mswin-936, GB18030",
        "EUC-CN, GB18030",
        "LDID/77, GB18030",
        "LDID/79, x-windows-950",
        "54936, GB18030",
        "Big5, x-windows-950",
        "CP950, x-windows-950",
        "950, x-windows-950",
        "Shift_JIS, windows-31j",
        "932, windows-31j",
        "EUC-JP, EUC-JP",
        "949, x-windows-949",
        "EUC-KR, EUC-KR",
        "ISO-8859-1, ISO-8859-1",
        "ISO 8859-1, ISO-8859-1",
        "8859_1, ISO-8859-1",
        "88591, ISO-8859-1",
        "ISO88595, ISO-8859-5",
        "1252, windows-1252",
        "ANSI 1251, windows-1251",
        "OEM 866, IBM866",
        "437, IBM437",
        "koi8-r, KOI8-R",
        "UTF-16, UTF-16",
        "latin1, ISO-8859-1"
    })
    void knowsManyNames(String name, String expected) {
        assertThat(CharsetNames.find(name)).contains(Charset.forName(expected));
    }

    @ParameterizedTest
    @CsvSource({"SYSTEM", "ANSI", "''", "klingon", "99999"})
    void doesNotKnowWhatSaysNothing(String name) {
        assertThat(CharsetNames.find(name)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "GB18030, 郑州高新区, WHOLE",
        "GB18030, 郑州高新区, CUT",
        "UTF-8, 郑州高新区, CUT",
        "x-windows-950, 善化區, CUT",
        "GB18030, 𠀀, CUT"
    })
    void forgivesOnlyTheLastCharacter(String charset, String text, Outcome outcome) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        int length = outcome == Outcome.WHOLE ? bytes.length : bytes.length - 1;
        StrictDecoder decoder = new StrictDecoder(Charset.forName(charset));
        String decoded = decoder.decode(bytes, 0, length);
        assertThat(decoder.outcome()).isEqualTo(outcome);
        assertThat(decoded).doesNotContain("\uFFFD");
        int whole = text.length() - Character.charCount(text.codePointBefore(text.length()));
        assertThat(decoded).isEqualTo(outcome == Outcome.WHOLE ? text : text.substring(0, whole));
        byte[] broken = (text + "xx").getBytes(Charset.forName(charset));
        broken[bytes.length - 1] = (byte) 0xFF;
        decoder.decode(broken, 0, broken.length);
        assertThat(decoder.outcome()).isEqualTo(Outcome.MALFORMED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"GB18030", "UTF-8"})
    void tellsSimplifiedTexts(String charset) {
        judges(charset, STREETS, 3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"x-windows-950", "UTF-8"})
    void tellsTraditionalTexts(String charset) {
        judges(charset, VILLAGES, 3);
    }

    @Test
    void tellsWesternTexts() {
        judges("windows-1252", List.of("Genève", "Zürich", "Neuchâtel", "Çà et là", "Delémont", "Grüsch"), 2);
        judges("UTF-8", List.of("Genève", "Zürich", "Neuchâtel", "Delémont", "Grüsch"), 2);
    }

    @Test
    void readsAsciiAsUtf8() {
        assertThat(CharsetDetector.guess(new TextSample()).charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    /** Any few of the texts are enough. */
    private static void judges(String charset, List<String> texts, int few) {
        long seed = 7;
        Random random = new Random(seed);
        for (int draw = 0; draw < 200; draw++) {
            TextSample sample = new TextSample();
            StringBuilder drawn = new StringBuilder();
            for (int i = 0; i < few; i++) {
                String text = texts.get(random.nextInt(texts.size()));
                drawn.append(text).append(' ');
                byte[] bytes = text.getBytes(Charset.forName(charset));
                sample.add(bytes, 0, bytes.length);
            }
            assertThat(CharsetDetector.guess(sample).charset().name())
                    .as("seed %d draw %d %s", seed, draw, drawn)
                    .isEqualTo(charset);
        }
    }

    @Test
    void doesNotMindATextCutInHalf() {
        TextSample sample = new TextSample();
        for (String street : STREETS) {
            byte[] bytes = street.getBytes(Charset.forName("GBK"));
            sample.add(Arrays.copyOf(bytes, bytes.length - 1), 0, bytes.length - 1);
        }
        assertThat(CharsetDetector.guess(sample).charset().name()).isEqualTo("GB18030");
    }
}
