package org.onemap.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a scope over divisions shows. */
class VisibleDivisionsTest {

    private static final Map<String, List<String>> CHILDREN = Map.of(
            "41", List.of("4101", "4102"),
            "4101", List.of("410101", "410102"),
            "loop", List.of("loop"));

    private static VisibleDivisions of(String... codes) {
        return VisibleDivisions.of(new Scope(false, Set.of(codes)), code -> CHILDREN.getOrDefault(code, List.of()));
    }

    @Test
    void showsADivisionAndAllBelowIt() {
        assertThat(of("4101").codes()).containsExactly("4101", "410101", "410102");
        assertThat(of("41").codes()).containsExactly("41", "4101", "410101", "410102", "4102");
    }

    @Test
    void showsNothingAboveAndNothingBeside() {
        VisibleDivisions office = of("4101");
        assertThat(office.showsDivision("41")).isFalse();
        assertThat(office.showsDivision("4102")).isFalse();
        assertThat(office.showsDivision("410102")).isTrue();
    }

    @Test
    void showsElementsByTheDivisionInWhichTheyLie() {
        VisibleDivisions office = of("4101");
        assertThat(office.showsElement(Optional.of("410101"))).isTrue();
        assertThat(office.showsElement(Optional.of("4102"))).isFalse();
        assertThat(office.showsElement(Optional.empty())).isFalse();
    }

    @Test
    void showsNothingToAScopeWithoutDivisions() {
        assertThat(of().codes()).isEmpty();
        assertThat(of().showsDivision("41")).isFalse();
    }

    @Test
    void showsEverythingToAScopeOverEverything() {
        VisibleDivisions everything = VisibleDivisions.of(Scope.everything(), code -> List.of());
        assertThat(everything.showsDivision("anything")).isTrue();
        assertThat(everything.showsElement(Optional.empty())).isTrue();
    }

    @Test
    void endsWhereADivisionLiesBelowItself() {
        assertThat(of("loop").codes()).containsExactly("loop");
    }
}
