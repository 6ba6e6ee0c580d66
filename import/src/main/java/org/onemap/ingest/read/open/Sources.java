package org.onemap.ingest.read.open;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.onemap.InvalidInput;
import org.onemap.NotFound;
import org.onemap.ingest.read.ReadOptions;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.archive.UnpackedZip;
import org.onemap.ingest.read.archive.UnpackedZip.Member;
import org.onemap.ingest.read.charset.CharsetNames;
import org.onemap.ingest.read.csv.CsvSource;
import org.onemap.ingest.read.geojson.GeoJsonSource;
import org.onemap.ingest.read.geopackage.GeoPackageFile;
import org.onemap.ingest.read.shapefile.ShapefileSource;

/**
 * Opens the sources in a file: the one entry of reading.
 *
 * <p>The format is told by the suffix. A folder gives each source that lies directly in it, an archive each source in
 * it and its folders.
 */
public final class Sources {

    private static final Set<String> GEOJSON =
            Set.of("geojson", "json", "topojson", "geojsonl", "ndjson", "jsonl", "geojsonseq", "geojsons", "seq");
    private static final Set<String> TEXT = Set.of("csv", "tsv", "txt");
    private static final Set<String> BESIDE = Set.of("shx", "prj", "cpg", "dbt", "fpt", "sbn", "sbx", "qix", "xml");
    private static final Set<String> PACKED = Set.of("tar", "tgz", "gz", "7z", "rar", "bz2", "xz");
    private static final String FORMATS =
            "give a shapefile (.shp, or .zip of it), a table (.dbf), .gpkg, .geojson or .csv";

    private Sources() {}

    /**
     * Opens all sources in a file; the caller closes each, in any order.
     *
     * @param file a shapefile ({@code .shp}) or its table ({@code .dbf}), a GeoPackage, GeoJSON, CSV, a zip archive of
     *     these, or a folder of these
     * @return at least one
     * @throws NotFound if there is no such file
     * @throws InvalidInput if it is of no format that is known, or holds no source
     * @throws org.onemap.CorruptData if it is not what it claims to be
     */
    public static List<Source> open(Path file, ReadOptions options) {
        if (!Files.exists(file)) {
            throw new NotFound("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            return openFolder(file, widened(options));
        }
        Path fileName = file.getFileName();
        return open(file, fileName == null ? "" : fileName.toString(), widened(options));
    }

    /** GBK as GB18030, and the like: the same texts and more. */
    private static ReadOptions widened(ReadOptions options) {
        return new ReadOptions(options.charset().map(CharsetNames::widened), options.issues());
    }

    private static List<Source> open(Path file, String displayName, ReadOptions options) {
        String suffix = suffix(file);
        if (suffix.equals("zip")) {
            return openZip(file, displayName, options);
        }
        if (PACKED.contains(suffix)) {
            throw new InvalidInput(displayName + " is an archive of a kind that is not unpacked here:"
                    + " unpack it and give its files, or pack them as .zip");
        }
        if (BESIDE.contains(suffix)) {
            throw new InvalidInput(
                    displayName + " is a part of a shapefile: give its .shp, the parts beside it are found");
        }
        if (suffix.equals("gpkg")) {
            return GeoPackageFile.open(file, displayName, options);
        }
        if (TEXT.contains(suffix)) {
            return List.of(CsvSource.open(file, displayName, options));
        }
        if (GEOJSON.contains(suffix)) {
            return List.of(GeoJsonSource.open(file, displayName, options));
        }
        if (suffix.equals("shp") || suffix.equals("dbf")) {
            return List.of(ShapefileSource.open(file, displayName, options));
        }
        throw new InvalidInput(displayName + " is of no format that can be read: " + FORMATS);
    }

    private static List<Source> openFolder(Path folder, ReadOptions options) {
        if (suffix(folder).equals("gdb")) {
            throw new InvalidInput(
                    folder + " is a File Geodatabase, which is not read here: export it as .gpkg or .shp");
        }
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the folder " + folder, e);
        }
        return openAll(
                mainFiles(files), folder + " holds no source directly in it: " + FORMATS, options, Path::toString);
    }

    private static List<Source> openZip(Path zip, String displayName, ReadOptions options) {
        UnpackedZip unpacked = UnpackedZip.unpack(zip);
        boolean done = false;
        try {
            List<Path> files = unpacked.members().stream().map(Member::file).toList();
            List<Source> members = openAll(
                    mainFiles(files),
                    displayName + " holds no source: " + FORMATS,
                    options,
                    file -> displayName + "!" + memberName(unpacked, file));
            AtomicInteger open = new AtomicInteger(members.size());
            Runnable whenClosed = () -> {
                if (open.decrementAndGet() == 0) {
                    unpacked.close();
                }
            };
            done = true;
            return members.stream()
                    .map(member -> (Source) new MemberSource(member, whenClosed))
                    .toList();
        } finally {
            if (!done) {
                unpacked.close();
            }
        }
    }

    private static String memberName(UnpackedZip unpacked, Path file) {
        return unpacked.members().stream()
                .filter(member -> member.file().equals(file))
                .findFirst()
                .map(Member::name)
                .orElseGet(file::toString);
    }

    private static List<Source> openAll(
            List<Path> files, String none, ReadOptions options, java.util.function.Function<Path, String> displayName) {
        if (files.isEmpty()) {
            throw new InvalidInput(none);
        }
        List<Source> sources = new ArrayList<>();
        boolean done = false;
        try {
            for (Path file : files) {
                sources.addAll(open(file, displayName.apply(file), options));
            }
            done = true;
            return List.copyOf(sources);
        } finally {
            if (!done) {
                sources.forEach(Source::close);
            }
        }
    }

    /** The files that stand for a source: a table only if it is not the table of a shapefile. */
    private static List<Path> mainFiles(List<Path> files) {
        Set<String> shapes = new java.util.HashSet<>();
        files.stream().filter(file -> suffix(file).equals("shp")).forEach(file -> shapes.add(stem(file)));
        return files.stream().filter(file -> isMain(file, shapes)).toList();
    }

    private static boolean isMain(Path file, Set<String> shapes) {
        String suffix = suffix(file);
        return switch (suffix) {
            case "shp", "gpkg", "csv", "tsv", "zip" -> true;
            case "dbf" -> !shapes.contains(stem(file));
            default -> GEOJSON.contains(suffix);
        };
    }

    private static String suffix(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String stem(Path file) {
        String path = file.toString();
        return path.substring(0, path.lastIndexOf('.')).toLowerCase(Locale.ROOT);
    }
}
