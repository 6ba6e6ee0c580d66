package org.onemap.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published names, and where they lead astray. */
class DivisionNamesTest {

    private final DivisionNames names = DivisionNames.shipped();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "410171, 郑州经济技术开发区",
        "410172, 郑州高新技术产业开发区",
        "410173, 郑州航空港经济综合实验区",
        "410102, 中原区",
        "410172160, 石佛镇",
        "410172360, 沟赵乡",
        "410172562, 双桥街道",
        "410172561001, 瑞达社区居委会",
        "410172160401, 西湖春天社区居委会",
        "410172562214, 葛寨村委会"
    })
    void knowsTheDivisionsOfTheZone(String code, String name) {
        assertThat(names.find(code)).contains(name);
    }

    @Test
    void hasAll78CommunitiesAndVillages() {
        assertThat(names.all().keySet())
                .filteredOn(code -> code.matches("410172[0-9]{6}"))
                .hasSize(78);
        assertThat(names.find("410172999")).isEmpty();
    }

    @Test
    void theZoneIsTheDistrictZhongyuanInAddresses() {
        assertThat(names.aliases()).hasSize(1).first().satisfies(alias -> {
            assertThat(alias.code()).isEqualTo("410172");
            assertThat(alias.alias()).isEqualTo("410102");
            assertThat(alias.aliasName()).isEqualTo("中原区");
        });
    }

    /** Every village that bears the name of an office but lies in another one is a trap of the table, and no other is. */
    @Test
    void theTrapsAreThoseOfThePublishedList() {
        Map<String, String> all = names.all();
        Set<String> found = new HashSet<>();
        for (String office : List.of("410172160", "410172360", "410172560", "410172561", "410172562")) {
            String stem = all.getOrDefault(office, "").replaceAll("(镇|乡|街道)$", "");
            all.forEach((code, name) -> {
                if (code.length() == 12 && name.startsWith(stem) && !code.startsWith(office)) {
                    found.add(code + " looks like " + office);
                }
            });
        }
        assertThat(names.traps())
                .extracting(trap -> trap.code() + " looks like " + trap.looksLike())
                .containsExactlyInAnyOrderElementsOf(found)
                .containsExactlyInAnyOrder("410172560211 looks like 410172160", "410172562207 looks like 410172360");
        assertThat(names.traps()).allMatch(trap -> trap.code().startsWith(trap.office()));
    }
}
