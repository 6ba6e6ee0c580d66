package org.onemap.api.divisions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.onemap.api.http.Exchange;

/** Addresses of divisions, of the same day as the request's. */
final class DivisionLinks {

    private DivisionLinks() {}

    /** The card. */
    static String card(Exchange exchange, String level, String code) {
        return exchange.url("/v1/divisions/" + encoded(code) + "?level=" + encoded(level) + day(exchange, '&'));
    }

    /** What lies right below. */
    static String children(Exchange exchange, String code) {
        return exchange.url("/v1/divisions/" + encoded(code) + "/children" + day(exchange, '?'));
    }

    /** The geometry, with all columns. */
    static String item(Exchange exchange, String level, String code) {
        return exchange.url("/collections/" + encoded(level) + "/items/" + encoded(code) + day(exchange, '?'));
    }

    private static String day(Exchange exchange, char separator) {
        Optional<String> day = exchange.query().find("asOf");
        return day.map(text -> separator + "asOf=" + text).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
