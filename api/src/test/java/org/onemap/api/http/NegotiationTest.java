package org.onemap.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onemap.InvalidInput;

/** The choice of a form by {@code f} and {@code Accept}. */
class NegotiationTest {

    private static final List<Representation> OFFERS = List.of(Representation.GEOJSON, Representation.HTML);

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
                */*                                                                     | json
                application/*                                                           | json
                text/*                                                                  | html
                application/geo+json, text/html                                         | json
                text/html, application/geo+json                                         | json
                text/html, application/geo+json;q=0.9                                   | html
                application/json;charset=utf-8                                          | json
                Text/HTML                                                               | html
                text/html;q=0, */*                                                      | json
                application/geo+json;q=0, */*;q=0.1                                     | html
                text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8 | html
                text/html;q=x, application/json;q=0.1                                   | json
                """)
    void theBestOfferWins(String accept, String token) {
        assertThat(Negotiation.choose(Optional.empty(), Optional.of(accept), OFFERS)
                        .token())
                .isEqualTo(token);
    }

    @Test
    void theParameterWinsOverTheHeader() {
        assertThat(Negotiation.choose(Optional.of("html"), Optional.of("application/json"), OFFERS))
                .isEqualTo(Representation.HTML);
        assertThatThrownBy(() -> Negotiation.choose(Optional.of("pdf"), Optional.empty(), OFFERS))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("json, html");
    }

    @ParameterizedTest
    @CsvSource({"image/png", "text/html;q=0", "application/vnd.mapbox-vector-tile"})
    void nothingThatFitsIsRefused(String accept) {
        assertThatThrownBy(() -> Negotiation.choose(Optional.empty(), Optional.of(accept), OFFERS))
                .isInstanceOfSatisfying(
                        HttpFailure.class, failure -> assertThat(failure.kind()).isEqualTo(ProblemKind.NOT_ACCEPTABLE));
    }

    @ParameterizedTest(name = "{0} names it: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                "abc"             | true
                W/"abc"           | true
                "abc-gzip"        | true
                "x", "abc"        | true
                *                 | true
                "abcd"            | false
                abc               | false
                """, quoteCharacter = '`')
    void tagsAreComparedWeakly(String ifNoneMatch, boolean named) {
        assertThat(new EntityTag("abc", false).isNamedIn(ifNoneMatch)).isEqualTo(named);
    }

    @Test
    void everyKindOfProblemHasItsOwnType() {
        assertThat(List.of(ProblemKind.values()).stream().map(ProblemKind::type).distinct())
                .hasSize(ProblemKind.values().length);
        assertThat(ProblemKind.of(new IllegalArgumentException("ours"))).isEqualTo(ProblemKind.INTERNAL);
        assertThat(ProblemKind.of(new org.onemap.StoreUnavailable("busy")).status())
                .isEqualTo(503);
        assertThat(ProblemKind.of(new org.onemap.CorruptData("torn")).status()).isEqualTo(500);
    }
}
