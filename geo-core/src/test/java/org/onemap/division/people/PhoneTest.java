package org.onemap.division.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;

class PhoneTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            mobile               | 13812345678     | true  | 138****5678
            with spaces          | 138 1234 5678   | true  | 138****5678
            masked by its source | 138****5678     | true  | 138****5678
            landline             | 0371-67981234   | true  | 0371-******34
            without the dash     | 037167981234    | true  | 0371******34
            of a large city      | 010-62781234    | true  | 010-******34
            of seven digits      | 0371-6798123    | true  | 0371-*****23
            too short            | 1381234567      | false | ********67
            no area code         | 67981234        | false | ******34
            a word               | 无              | false | *
            """)
    void showsItselfToNobody(String row, String text, boolean valid, String masked) {
        Phone phone = Phone.of(text);
        assertThat(phone.isValid()).isEqualTo(valid);
        assertThat(phone.masked()).isEqualTo(masked);
        assertThat("" + phone + phone.shown(false)).isEqualTo(masked + masked);
        assertThat(phone.shown(true)).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void refusesWhatIsNoNumberWithoutShowingIt() {
        assertThat(Phone.of(" ").isEmpty()).isTrue();
        assertThatThrownBy(() -> Phone.parse("1381234567"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("********67")
                .hasMessageNotContaining("1381234567");
    }
}
