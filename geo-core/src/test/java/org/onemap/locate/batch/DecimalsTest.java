package org.onemap.locate.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    private static final long SEED = 20240607;

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(textBlock = """
            113.55, 113.55
            -113.55, -113.55
            +34.81, 34.81
            0, 0
            -0, -0.0
            .5, 0.5
            5., 5
            1e2, 100
            1.5E-3, 0.0015
            1e400, Infinity
            9007199254740993, 9007199254740992
            113.5500000000000000000000000001, 113.55
            0.0000000000000000000000000000001, 1e-31
            """)
    void readsDecimals(String text, double expected) {
        assertEquals(expected, parse(text));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(
            value = {
                "''",
                "-",
                ".",
                "e5",
                "1e",
                "1e+",
                "NaN",
                "Infinity",
                "0x1p3",
                "113d",
                "'1,5'",
                "1 2",
                "1.2.3",
                "--1",
                "113°"
            })
    void anythingElseIsNotANumber(String text) {
        assertEquals(Double.NaN, parse(text));
    }

    @Test
    void readsWhatTheLibraryReads() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000_000; i++) {
            String text = text(random, i % 8);
            double expected = Double.parseDouble(text);
            if (Double.doubleToRawLongBits(expected) != Double.doubleToRawLongBits(parse(text))) {
                assertEquals(expected, parse(text), "seed " + SEED + " draw " + i + " " + text);
            }
        }
    }

    /** Coordinates as programs print them, digits at random, and the middles between doubles, where rounding is hardest. */
    private static String text(Random random, int kind) {
        double degrees = random.nextDouble() * 360 - 180;
        return switch (kind) {
            case 0 -> String.format(Locale.ROOT, "%." + random.nextInt(9) + "f", degrees);
            case 1 -> Double.toString(degrees);
            case 2 -> digits(random, 1 + random.nextInt(3)) + "." + digits(random, 1 + random.nextInt(20));
            case 3 -> digits(random, 1 + random.nextInt(18));
            case 4 -> "0." + "0".repeat(random.nextInt(10)) + digits(random, 1 + random.nextInt(17));
            case 5 -> Float.toString((float) degrees);
            case 6 -> middle(degrees);
            default -> digits(random, 1 + random.nextInt(17)) + "e" + (random.nextInt(40) - 20);
        };
    }

    private static String middle(double value) {
        BigDecimal half =
                new BigDecimal(value).add(new BigDecimal(Math.nextUp(value))).divide(BigDecimal.valueOf(2));
        String text = half.toPlainString();
        return text.length() > 19 ? text.substring(0, 16 + Math.floorMod(text.hashCode(), 4)) : text;
    }

    private static String digits(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    private static double parse(String text) {
        byte[] bytes = (";" + text + ";").getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 1, bytes.length - 1);
    }
}
