package org.onemap.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;
import org.onemap.NotFound;

/** Codes from one edition to another. */
class CodeMappingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource({
        "longhua-chaoyang, 4403060101000007, 4403060101000007",
        "longhua-chaoyang, 4403060129000007, 4403060128000007",
        "longhua-chaoyang, 4403062101000007, -",
        "6226-6235, 3205080101000001, 3205080100100001",
        "6235-6226, 3205080100100001, 3205080101000001"
    })
    void converts(String mapping, String code, String expected) {
        Optional<String> converted = CodeMapping.get(mapping).convert(code);
        assertThat(converted.orElse("-")).isEqualTo(expected);
    }

    @Test
    void mapsAClassOnlyToOneOfTheSameName() {
        PartClasses longhua = PartClasses.list().get(0);
        PartClasses chaoyang = PartClasses.list().get(1);
        CodeMapping mapping = CodeMapping.get("longhua-chaoyang");
        assertThat(mapping.table()).hasSizeGreaterThan(70).allSatisfy((from, to) -> {
            assertThat(longhua.minor(from)).isPresent();
            assertThat(chaoyang.minor(to)).isPresent();
        });
        assertThat(longhua.minor("0129")).isEqualTo(chaoyang.minor("0128"));
        longhua.minors().forEach((code, name) -> {
            if (chaoyang.minors().containsValue(name)) {
                assertThat(chaoyang.minor(mapping.table().getOrDefault(code, "")))
                        .as(code)
                        .contains(name);
            }
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            6226-6235        | 3205080101100001 | more than five digits
            6235-6226        | 3205080110100001 | three digits
            longhua-chaoyang | 41017256         | 16 digits
            """)
    void refusesWhatDoesNotFit(String mapping, String code, String why) {
        assertThatThrownBy(() -> CodeMapping.get(mapping).convert(code))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(code)
                .hasMessageContaining(why);
    }

    @Test
    void takesATableOfOldAndNewCodes() throws IOException {
        Path file = Files.writeString(folder.resolve("recode.csv"), "# 临时代码,正式代码\n410172560901,410172560011\n");
        assertThat(CodeMapping.read(file).convert("410172560901")).contains("410172560011");
        assertThat(CodeMapping.read(file).convert("410172560902")).isEmpty();
        Path bad = Files.writeString(folder.resolve("bad.csv"), "a,b\na,c\n");
        assertThatThrownBy(() -> CodeMapping.read(bad))
                .hasMessageContaining("line 2")
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> CodeMapping.get("x"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("6226-6235");
    }
}
