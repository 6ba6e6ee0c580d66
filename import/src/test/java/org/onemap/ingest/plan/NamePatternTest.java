package org.onemap.ingest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest(name = "{0} below {1}: number {3} is {4}")
    @CsvSource(textBlock = """
            枫杨一片区03网格, 枫杨一片区, 片区,   7,  枫杨一片区07网格
            枫杨一片区03网格, 枫杨一片区, 片区,   123, 枫杨一片区123网格
            枫杨一片区,       枫杨办事处, 办事处, 4,  枫杨四片区
            枫杨十一片区,     枫杨办事处, 办事处, 20, 枫杨二十片区
            枫杨片区5网格,    枫杨片区,   片区,   12, 枫杨片区12网格
            梧桐第,           枫杨办事处, 办事处, 1,
            枫杨园区,         枫杨办事处, 办事处, 1,
            03网格,           '',         片区,   1,
            """)
    void continuesTheNamesOfSisters(String sister, String parent, String kind, int number, String name) {
        assertThat(NamePattern.of(sister, parent, kind).map(pattern -> pattern.name(parent, kind, number)))
                .isEqualTo(java.util.Optional.ofNullable(name));
    }

    @Test
    void countsInChinese() {
        assertThat(java.util.stream.IntStream.of(1, 9, 10, 11, 20, 21, 99, 100).mapToObj(NamePattern::chinese))
                .containsExactly("一", "九", "十", "十一", "二十", "二十一", "九十九", "100");
    }
}
