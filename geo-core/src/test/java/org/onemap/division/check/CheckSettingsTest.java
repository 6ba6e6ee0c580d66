package org.onemap.division.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;

class CheckSettingsTest {

    @ParameterizedTest(name = "{0} {1}={2}")
    @CsvSource(delimiter = '|', textBlock = """
        R99        | share    | 1    | there is no rule 'R99'; the rules are R1 source-scale, R2 one-parent
        R7         | distance | 1    | rule R7 along-lines has no parameter 'distance'; it has severity, share, distanceM
        R7         | share    | -1   | parameter share of rule R7 needs a number from 0 on, not '-1'
        R7         | share    | much | parameter share of rule R7 needs a number from 0 on, not 'much'
        no-overlap | severity | fine | the severity of rule R3 is error, warning, info or off, not 'fine'
        """)
    void refusesWhatItDoesNotKnow(String rule, String parameter, String value, String message) {
        Object parsed = value.matches("-?[0-9]+") ? (Object) Integer.valueOf(value) : value;
        assertThatThrownBy(() -> CheckSettings.of(Map.of(rule, Map.of(parameter, parsed))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void keepsWhatIsNotChanged() {
        CheckSettings settings = CheckSettings.of(Map.of("r7", Map.of("share", 0.5)));
        assertThat(settings.get(Rule.R7, "share")).isEqualTo(0.5);
        assertThat(settings.get(Rule.R7, "distanceM")).isEqualTo(10);
        assertThat(settings.only(List.of("along-lines")).runs(Rule.R3)).isFalse();
        assertThat(settings.only(List.of("along-lines")).get(Rule.R7, "share")).isEqualTo(0.5);
        assertThat(settings.only(List.of()).runs(Rule.R3)).isTrue();
    }
}
