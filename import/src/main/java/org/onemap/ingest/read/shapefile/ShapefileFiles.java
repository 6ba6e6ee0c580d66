package org.onemap.ingest.read.shapefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.onemap.ingest.read.charset.StrictDecoder;
import org.onemap.ingest.read.charset.StrictDecoder.Outcome;

/**
 * The files that together are one shapefile: same folder, same name, suffixes in any case. Immutable.
 *
 * @param name name without folder and suffix
 * @param bySuffix the files by lower-case suffix: shp, shx, dbf, prj, cpg, dbt, fpt
 */
record ShapefileFiles(String name, Map<String, Path> bySuffix) {

    private static final List<String> SUFFIXES = List.of("shp", "shx", "dbf", "dbt", "fpt", "prj", "cpg");

    /** The files beside this one, which is one of them. */
    static ShapefileFiles beside(Path file) {
        String given = file.getFileName().toString();
        String stem = given.substring(0, given.lastIndexOf('.'));
        Map<String, Path> found = new TreeMap<>();
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> siblings = Files.list(folder == null ? Path.of(".") : folder)) {
            siblings.filter(Files::isRegularFile).sorted().forEach(sibling -> take(found, stem, sibling));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the folder of " + file, e);
        }
        found.put(suffix(given), file);
        return new ShapefileFiles(stem, Map.copyOf(found));
    }

    /** A file of exactly this name wins over one whose name differs in case. */
    private static void take(Map<String, Path> found, String stem, Path sibling) {
        String name = sibling.getFileName().toString();
        int dot = name.lastIndexOf('.');
        if (dot < 0 || !name.substring(0, dot).equalsIgnoreCase(stem) || !SUFFIXES.contains(suffix(name))) {
            return;
        }
        if (name.substring(0, dot).equals(stem)) {
            found.put(suffix(name), sibling);
        } else {
            found.putIfAbsent(suffix(name), sibling);
        }
    }

    private static String suffix(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    Optional<Path> find(String suffix) {
        return Optional.ofNullable(bySuffix.get(suffix));
    }

    /** All files in the fixed order in which they are hashed. */
    List<Path> inHashOrder() {
        List<Path> files = new ArrayList<>();
        SUFFIXES.forEach(suffix -> find(suffix).ifPresent(files::add));
        return files;
    }

    /** The text of a small file beside, without byte order mark; empty if there is none. */
    Optional<String> text(String suffix) {
        return find(suffix).map(ShapefileFiles::readSmall).filter(text -> !text.isBlank());
    }

    private static String readSmall(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(1 << 16);
            StrictDecoder utf8 = new StrictDecoder(StandardCharsets.UTF_8);
            String text = utf8.decode(bytes, 0, bytes.length);
            if (utf8.outcome() != Outcome.WHOLE) {
                text = new String(bytes, Charset.forName("GB18030"));
            }
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
