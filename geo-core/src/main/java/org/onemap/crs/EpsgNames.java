package org.onemap.crs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which EPSG codes a name may mean: EPSG's own names and those that Esri writes into a {@code .prj}. Only candidates:
 * the numbers are compared by {@link EpsgDatabase}. Immutable.
 */
final class EpsgNames {

    /** Names that neither list has. */
    private static final Map<String, Integer> MORE_DATUMS = Map.of(
            "euref89", 4258, "wgs84", 4326, "worldgeodeticsystem1984", 4326, "cgcs2000", 4490, "china2000", 4490);

    private final Map<String, Set<Integer>> projected = new HashMap<>();
    private final Map<String, Set<Integer>> geographic = new HashMap<>();
    private final Map<String, Set<Integer>> datums = new HashMap<>();
    private final Map<Integer, List<Integer>> byBase = new HashMap<>();

    private EpsgNames() {
        MORE_DATUMS.forEach((name, code) -> put(datums, name, code));
    }

    /** The one list; read when it is first needed. */
    static EpsgNames get() {
        return Holder.NAMES;
    }

    /** Projected systems of this name. */
    Set<Integer> projected(String name) {
        return projected.getOrDefault(key(name), Set.of());
    }

    /** Geographic systems of this name, then those of this datum. */
    Set<Integer> geographic(String name, String datum) {
        Set<Integer> found = new LinkedHashSet<>(geographic.getOrDefault(key(name), Set.of()));
        found.addAll(datums.getOrDefault(datumKey(datum), Set.of()));
        return found;
    }

    /** Projected systems on these geographic ones, ascending for each. */
    List<Integer> on(Set<Integer> bases) {
        List<Integer> found = new ArrayList<>();
        bases.forEach(base -> found.addAll(byBase.getOrDefault(base, List.of())));
        return found;
    }

    private static EpsgNames read() {
        EpsgNames names = new EpsgNames();
        try (InputStream in = Objects.requireNonNull(
                        EpsgNames.class.getResourceAsStream("epsg-names.tsv"), "epsg-names.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                if (!line.startsWith("#")) {
                    names.add(line.split("\t", -1));
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("epsg-names.tsv, a part of this program, cannot be read", e);
        }
        return names;
    }

    private void add(String[] row) {
        int code = Integer.parseInt(row[1]);
        boolean isProjected = row[0].equals("P");
        boolean otherAxes = row[3].endsWith("(N-E)") || row[3].endsWith("(zE-N)"); // the same numbers once more
        if (isProjected && !otherAxes) {
            byBase.computeIfAbsent(Integer.valueOf(row[2]), base -> new ArrayList<>())
                    .add(code);
        }
        for (int i = 3; i < row.length; i++) {
            if (row[i].startsWith("DATUM:")) {
                put(datums, datumKey(row[i].substring(6)), code);
            } else {
                put(isProjected ? projected : geographic, key(row[i]), code);
            }
        }
    }

    private static void put(Map<String, Set<Integer>> map, String key, int code) {
        map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(code);
    }

    /** Letters and digits in lower case; remarks in brackets such as {@code [EPSG ID 6326]} are left out. */
    static String key(String name) {
        return name.replaceAll("\\[.*?]", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+]", "");
    }

    private static String datumKey(String datum) {
        String key = key(datum.startsWith("D_") ? datum.substring(2) : datum);
        return key.endsWith("ensemble") ? key.substring(0, key.length() - "ensemble".length()) : key;
    }

    private static final class Holder {
        private static final EpsgNames NAMES = read();
    }
}
