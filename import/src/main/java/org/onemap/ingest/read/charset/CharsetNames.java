package org.onemap.ingest.read.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The many names of character sets: in {@code .cpg} files, as code page numbers, as language driver ids of dBASE, on the
 * command line. GBK, GB2312 and code page 936 are given as GB18030, which holds them.
 */
public final class CharsetNames {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Code pages whose Java name is not {@code windows-N} or {@code IBMN}. */
    private static final Map<Integer, String> BY_CODE_PAGE = Map.ofEntries(
            Map.entry(874, "x-windows-874"),
            Map.entry(932, "windows-31j"),
            Map.entry(936, "GB18030"),
            Map.entry(949, "x-windows-949"),
            Map.entry(950, "x-windows-950"),
            Map.entry(1200, "UTF-16LE"),
            Map.entry(1201, "UTF-16BE"),
            Map.entry(10000, "x-MacRoman"),
            Map.entry(10006, "x-MacGreek"),
            Map.entry(10007, "x-MacCyrillic"),
            Map.entry(10029, "x-MacCentralEurope"),
            Map.entry(20866, "KOI8-R"),
            Map.entry(20932, "EUC-JP"),
            Map.entry(20936, "GB18030"),
            Map.entry(21866, "KOI8-U"),
            Map.entry(51932, "EUC-JP"),
            Map.entry(51936, "GB18030"),
            Map.entry(51949, "EUC-KR"),
            Map.entry(54936, "GB18030"),
            Map.entry(65000, "UTF-7"),
            Map.entry(65001, "UTF-8"));

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("GBK", "GB18030"),
            Map.entry("GB", "GB18030"),
            Map.entry("GB2312", "GB18030"),
            Map.entry("GB231280", "GB18030"),
            Map.entry("EUCCN", "GB18030"),
            Map.entry("XGBK", "GB18030"),
            Map.entry("MS936", "GB18030"),
            Map.entry("XMSWIN936", "GB18030"),
            Map.entry("GB18030", "GB18030"),
            Map.entry("BIG5", "x-windows-950"),
            Map.entry("BIGFIVE", "x-windows-950"),
            Map.entry("MS950", "x-windows-950"),
            Map.entry("SHIFTJIS", "windows-31j"),
            Map.entry("SJIS", "windows-31j"),
            Map.entry("MS932", "windows-31j"),
            Map.entry("MS949", "x-windows-949"),
            Map.entry("UHC", "x-windows-949"),
            Map.entry("UTF8", "UTF-8"),
            Map.entry("UTF8BOM", "UTF-8"),
            Map.entry("UTF16", "UTF-16"),
            Map.entry("KOI8R", "KOI8-R"),
            Map.entry("KOI8U", "KOI8-U"),
            Map.entry("LATIN1", "ISO-8859-1"));

    /** Language driver ids (byte 29 of a DBF) and their code pages, after the tables of dBASE, FoxPro and ESRI. */
    private static final int[][] LDID = {
        {1, 437},
        {2, 850},
        {3, 1252},
        {4, 10000},
        {8, 865},
        {9, 437},
        {10, 850},
        {11, 437},
        {13, 437},
        {14, 850},
        {15, 437},
        {16, 850},
        {17, 437},
        {18, 850},
        {19, 932},
        {20, 850},
        {21, 437},
        {22, 850},
        {23, 865},
        {24, 437},
        {25, 437},
        {26, 850},
        {27, 437},
        {28, 863},
        {29, 850},
        {31, 852},
        {34, 852},
        {35, 852},
        {36, 860},
        {37, 850},
        {38, 866},
        {55, 850},
        {64, 852},
        {77, 936},
        {78, 949},
        {79, 950},
        {80, 874},
        {87, 28591},
        {88, 1252},
        {89, 1252},
        {100, 852},
        {101, 866},
        {102, 865},
        {103, 861},
        {106, 737},
        {107, 857},
        {108, 863},
        {120, 950},
        {121, 949},
        {122, 936},
        {123, 932},
        {124, 874},
        {134, 737},
        {135, 852},
        {136, 857},
        {150, 10007},
        {151, 10029},
        {152, 10006},
        {200, 1250},
        {201, 1251},
        {202, 1254},
        {203, 1253},
        {204, 1257},
    };

    private CharsetNames() {}

    /**
     * The character set of this name: {@code UTF-8}, {@code gbk}, {@code 936}, {@code cp936}, {@code ANSI 936},
     * {@code OEM 866}, {@code LDID/77}, {@code 8859_1} and whatever Java knows; empty for a name that says nothing.
     */
    public static Optional<Charset> find(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (upper.startsWith("LDID/")) {
            return number(upper.substring(5)).flatMap(CharsetNames::ofLanguageDriver);
        }
        String bare = upper.replaceFirst("^(ANSI|OEM|CODE ?PAGE|WINDOWS|MS|CP|IBM|X-WINDOWS)[ _:-]*(?=\\d)", "");
        Optional<Integer> codePage = number(bare);
        if (codePage.isPresent()) {
            return codePage.flatMap(CharsetNames::ofCodePage);
        }
        String letters = bare.replaceAll("[^A-Z0-9]", "");
        String known = BY_NAME.get(letters);
        if (known != null) {
            return java(known);
        }
        if (letters.matches("(ISO)?8859\\d{1,2}")) {
            return java("ISO-8859-" + letters.replaceFirst("(ISO)?8859", ""));
        }
        return java(name.strip());
    }

    /** The set itself, or the one that holds it and is used in its place: GB18030 for GBK, CP950 for Big5. */
    public static Charset widened(Charset charset) {
        return find(charset.name()).orElse(charset);
    }

    /** The character set of a Windows, IBM or Macintosh code page; empty if Java has none. */
    static Optional<Charset> ofCodePage(int codePage) {
        String known = BY_CODE_PAGE.get(codePage);
        if (known != null) {
            return java(known);
        }
        if (codePage > 28590 && codePage < 28606) {
            return java("ISO-8859-" + (codePage - 28590));
        }
        if (codePage > 88590 && codePage < 88600) {
            return java("ISO-8859-" + (codePage - 88590));
        }
        return java("windows-" + codePage).or(() -> java("IBM" + codePage));
    }

    /** The character set of a dBASE language driver id; empty for 0 and for unknown ones. */
    public static Optional<Charset> ofLanguageDriver(int id) {
        for (int[] entry : LDID) {
            if (entry[0] == id) {
                return ofCodePage(entry[1]);
            }
        }
        return Optional.empty();
    }

    /** What users call it: GB18030 is shown as GB18030 (GBK). */
    public static String say(Charset charset) {
        return charset.equals(GB18030) ? "GB18030 (GBK)" : charset.name().replace("x-windows-950", "Big5 (CP950)");
    }

    /** Whether it has one byte for each character, so that all bytes can be read with it, right or wrong. */
    public static boolean isSingleByte(Charset charset) {
        return !charset.equals(StandardCharsets.UTF_8)
                && charset.canEncode()
                && charset.newEncoder().maxBytesPerChar() <= 1.0f;
    }

    private static Optional<Integer> number(String digits) {
        return digits.strip().matches("\\d{1,6}") ? Optional.of(Integer.valueOf(digits.strip())) : Optional.empty();
    }

    private static Optional<Charset> java(String name) {
        try {
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }
}
