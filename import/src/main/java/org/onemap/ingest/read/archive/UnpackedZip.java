package org.onemap.ingest.read.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.onemap.CorruptData;
import org.onemap.InvalidInput;

/**
 * The members of a zip archive that can be sources or belong to one, unpacked into a new temporary folder. Confined to
 * one thread.
 *
 * <p>Unpacked, not streamed: a shapefile is read at several places at once.
 */
public final class UnpackedZip implements AutoCloseable {

    private static final long MOST_BYTES = 16L << 30;
    private static final long FREE_BYTES = 256L << 20;
    private static final int MOST_RATIO = 300;
    private static final int MOST_MEMBERS = 10_000;

    private static final Set<String> SUFFIXES = Set.of(
            "shp",
            "shx",
            "dbf",
            "dbt",
            "fpt",
            "prj",
            "cpg",
            "gpkg",
            "geojson",
            "json",
            "geojsonl",
            "ndjson",
            "jsonl",
            "geojsonseq",
            "geojsons",
            "csv",
            "tsv");
    private static final Set<String> ARCHIVES = Set.of("zip", "kmz", "tar", "tgz", "gz", "7z", "rar");

    private final Path zip;
    private final Path folder;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Path> folders = new LinkedHashMap<>();
    private final long allowed;
    private long written;

    /**
     * A member that was unpacked.
     *
     * @param name its name in the archive, with folders
     * @param file where it is now
     */
    public record Member(String name, Path file) {}

    private UnpackedZip(Path zip) throws IOException {
        this.zip = zip;
        this.allowed = Math.min(MOST_BYTES, FREE_BYTES + MOST_RATIO * Files.size(zip));
        this.folder = Files.createTempDirectory("onemap-zip-");
    }

    /**
     * Unpacks an archive.
     *
     * @throws InvalidInput if it holds an archive, too much, or the same file twice
     * @throws CorruptData if it cannot be unpacked
     */
    public static UnpackedZip unpack(Path zip) {
        try {
            UnpackedZip unpacked = new UnpackedZip(zip);
            boolean done = false;
            try {
                unpacked.unpackAll();
                done = true;
                return unpacked;
            } finally {
                if (!done) {
                    unpacked.close();
                }
            }
        } catch (ZipException e) {
            throw new CorruptData(
                    zip + " cannot be unpacked (" + e.getMessage() + "): it is damaged, encrypted or no zip archive",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + zip, e);
        }
    }

    /** The members in the order of the archive. */
    public List<Member> members() {
        return List.copyOf(members);
    }

    private void unpackAll() throws IOException {
        // read as ISO-8859-1 the names of members not marked as UTF-8 keep their bytes
        try (ZipFile archive = new ZipFile(zip.toFile(), StandardCharsets.ISO_8859_1)) {
            if (archive.size() > MOST_MEMBERS) {
                throw new InvalidInput(zip + " has " + archive.size() + " members, more than " + MOST_MEMBERS
                        + ": pack only the layers");
            }
            for (ZipEntry entry : archive.stream().toList()) {
                String name = MemberNames.decode(entry.getName());
                if (!entry.isDirectory() && !isHidden(name)) {
                    unpack(archive, entry, name);
                }
            }
        }
    }

    /** What macOS and Windows add: resource forks, hidden files. */
    private static boolean isHidden(String name) {
        return name.startsWith("__MACOSX/") || lastPart(name).startsWith(".");
    }

    private void unpack(ZipFile archive, ZipEntry entry, String name) throws IOException {
        String file = lastPart(name);
        String suffix = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (name.contains(".gdb/")) {
            throw new InvalidInput(
                    zip + " holds a File Geodatabase (.gdb), which is not read here: export it as .gpkg or .shp");
        }
        if (ARCHIVES.contains(suffix)) {
            throw new InvalidInput(zip + " holds another archive, " + name + ": unpack it and give its files");
        }
        if (!SUFFIXES.contains(suffix)) {
            return;
        }
        String parent = name.substring(0, name.length() - file.length());
        Path target = folderFor(parent).resolve(MemberNames.safe(file));
        if (Files.exists(target)) {
            throw new InvalidInput(zip + " holds " + name + " twice: remove one of them");
        }
        try (InputStream in = archive.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            copy(in, out, name);
        }
        members.add(new Member(name, target));
    }

    /** A folder of ours for each folder of the archive; its name is never used as a path. */
    private Path folderFor(String parent) throws IOException {
        Path known = folders.get(parent);
        if (known == null) {
            known = Files.createDirectory(folder.resolve(Integer.toString(folders.size())));
            folders.put(parent, known);
        }
        return known;
    }

    private void copy(InputStream in, OutputStream out, String name) throws IOException {
        byte[] block = new byte[1 << 16];
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            written += read;
            if (written > allowed) {
                throw new InvalidInput(zip + " unpacks to more than " + allowed + " bytes (at " + name
                        + "), which no map of this size does: unpack it yourself and give the files");
            }
            out.write(block, 0, read);
        }
    }

    private static String lastPart(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** Deletes what was unpacked. */
    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the temporary folder " + folder, e);
        }
    }
}
