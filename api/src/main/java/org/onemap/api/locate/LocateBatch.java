package org.onemap.api.locate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onemap.InvalidInput;
import org.onemap.api.http.Endpoint;
import org.onemap.api.http.Exchange;
import org.onemap.api.http.QueryParameters;
import org.onemap.api.http.Representation;
import org.onemap.crs.Coordsys;
import org.onemap.locate.batch.BatchLocator;
import org.onemap.locate.batch.BinaryPoints;
import org.onemap.locate.batch.ByteWindow;
import org.onemap.locate.batch.CsvPoints;
import org.onemap.locate.batch.JsonArrayPoints;
import org.onemap.locate.batch.NdjsonPoints;
import org.onemap.locate.batch.PointBatch;
import org.onemap.locate.batch.PointCrs;
import org.onemap.locate.batch.PointReader;

/**
 * {@code POST /v1/locate:batch?coordsys=}: whose are these points, up to {@value #MOST_POINTS} at once, as a JSON array,
 * lines of JSON, CSV or bare doubles. Every point is answered in its place; one that cannot be used is marked there.
 *
 * <p>The body is read while it comes and only a number per point is kept; the answer is written when all of it has come.
 * So the memory is bounded, too many points are still told with a status, and a caller who sends everything before
 * reading anything never waits for itself (decision 105).
 */
public final class LocateBatch implements Endpoint {

    /** More points are refused. */
    static final int MOST_POINTS = 100_000;

    /** Bare doubles in, numbers and a table out. */
    static final Representation BINARY =
            new Representation("bin", "application/octet-stream", List.of("application/vnd.onemap.points"));

    private static final int LONGEST_ROW = 1 << 20;
    private static final List<Representation> FORMS =
            List.of(Representation.JSON, Representation.NDJSON, Representation.CSV, BINARY);

    private static final Set<Charset> UTF8_OR_WITHIN =
            Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

    private final Locators locators;
    private final TextShelf shelf = new TextShelf();

    /** Answers from these divisions. */
    public LocateBatch(Locators locators) {
        this.locators = locators;
    }

    @Override
    public String path() {
        return "/v1/locate:batch";
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        QueryParameters query = exchange.query().requireOnly(Set.of("coordsys", "asOf"));
        Optional<LocalDate> asOf = query.day("asOf");
        PointCrs crs = query.find("coordsys")
                .map(text -> PointCrs.of(Coordsys.parse(text)))
                .orElse(PointCrs.unknown());
        Representation sent = exchange.bodyForm(FORMS.toArray(Representation[]::new));
        Representation wanted = exchange.negotiate(firstOf(sent));
        requireFew(exchange, sent);
        Locators.Chosen chosen = locators.choose(asOf);
        BatchLocator locator = BatchLocator.of(chosen.locator());
        Found found;
        try (InputStream body = exchange.body()) {
            found = find(exchange, reader(sent, crs, exchange, body), crs, locator);
        }
        AnswerWriter writer = writer(wanted, new AnswerTexts(locator.answers(), shelf.of(chosen.locator())));
        exchange.header("Cache-Control", "no-store")
                .header("Onemap-Change-Number", Long.toString(chosen.changeNumber()))
                .bytes(wanted.mediaType(), out -> writer.write(found.answers, found.count, new AnswerOutput(out)));
    }

    /** The form in which the points come is the form of the answer, unless the caller wants another. */
    private static Representation[] firstOf(Representation sent) {
        List<Representation> offers = new ArrayList<>(FORMS);
        offers.remove(sent);
        offers.add(0, sent);
        return offers.toArray(Representation[]::new);
    }

    private static void requireFew(Exchange exchange, Representation sent) {
        if (sent.equals(BINARY) && exchange.bodyLength().orElse(0) > (long) MOST_POINTS * BinaryPoints.POINT_BYTES) {
            throw tooMany(exchange);
        }
    }

    private static RuntimeException tooMany(Exchange exchange) {
        return exchange.tooLarge("the body has more than " + MOST_POINTS
                + " points; none was answered. Send them in parts of at most " + MOST_POINTS);
    }

    private static PointReader reader(Representation sent, PointCrs crs, Exchange exchange, InputStream body) {
        ByteWindow window = new ByteWindow(body, LONGEST_ROW);
        boolean rowsSayCoordsys = crs.equals(PointCrs.unknown());
        if (sent.equals(Representation.JSON) || sent.equals(Representation.NDJSON)) {
            requireUtf8(exchange);
        }
        if (sent.equals(Representation.JSON)) {
            return new JsonArrayPoints(window);
        }
        if (sent.equals(Representation.NDJSON)) {
            return new NdjsonPoints(window);
        }
        if (sent.equals(Representation.CSV)) {
            return new CsvPoints(window, exchange.bodyCharset(), rowsSayCoordsys);
        }
        if (rowsSayCoordsys) {
            throw new InvalidInput("parameter 'coordsys' is missing: say what the numbers mean, one of wgs84, cgcs2000,"
                    + " gcj02, bd09; there is no default");
        }
        return new BinaryPoints(window);
    }

    /** JSON is UTF-8 (RFC 8259), and what is written in ASCII is that as well. */
    private static void requireUtf8(Exchange exchange) {
        exchange.bodyCharset()
                .filter(charset -> !UTF8_OR_WITHIN.contains(charset))
                .ifPresent(charset -> {
                    throw new InvalidInput("the Content-Type says charset=" + charset
                            + "; JSON is read as UTF-8 here, send it as that");
                });
    }

    private static Found find(Exchange exchange, PointReader points, PointCrs crs, BatchLocator locator)
            throws IOException {
        PointBatch batch = new PointBatch();
        int[] answers = new int[PointBatch.CAPACITY];
        int count = 0;
        while (points.read(batch)) {
            if (count + batch.size() > MOST_POINTS) {
                throw tooMany(exchange);
            }
            if (count + batch.size() > answers.length) {
                answers = Arrays.copyOf(answers, Math.max(2 * answers.length, count + batch.size()));
            }
            batch.toCgcs2000(crs);
            locator.locate(batch, answers, count);
            count += batch.size();
        }
        return new Found(answers, count);
    }

    private static AnswerWriter writer(Representation wanted, AnswerTexts texts) {
        if (wanted.equals(Representation.JSON)) {
            return new JsonAnswers(texts.json(), true);
        }
        if (wanted.equals(Representation.NDJSON)) {
            return new JsonAnswers(texts.json(), false);
        }
        return wanted.equals(Representation.CSV) ? new CsvAnswers(texts.rows()) : new BinaryAnswers(texts.rows());
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once
    private record Found(int[] answers, int count) {}
}
