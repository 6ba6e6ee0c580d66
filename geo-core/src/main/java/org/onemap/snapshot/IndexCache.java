package org.onemap.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onemap.CorruptData;
import org.onemap.NotFound;
import org.onemap.OnemapException;
import org.onemap.feature.Layer;
import org.onemap.locate.LocateLevel;
import org.onemap.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps large levels, ready for lookup, in files, so that the next start need not read and index their geometries, and
 * processes side by side share them. A file that is damaged or foreign is said in the log and built anew; where files cannot
 * be written everything works without. Thread-safe, also between processes.
 *
 * <p>The files of a store in a file lie beside it, in {@code NAME-index/}; those of another store, or where that folder
 * cannot be written, in {@code onemap/} of the user's cache folder. Of each layer the two written last are kept.
 */
final class IndexCache {

    /** From so many vertices on a file is worth its while: reading and indexing takes a quarter of a second. */
    static final int WORTH_VERTICES = 200_000;

    private static final int KEPT = 2;
    private static final String SUFFIX = ".gridindex";
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}_]");
    private static final Logger LOG = LoggerFactory.getLogger(IndexCache.class);

    private final Path folder;
    private final int worthVertices;

    private IndexCache(Path folder, int worthVertices) {
        this.folder = folder;
        this.worthVertices = worthVertices;
    }

    /** The cache of a store; nothing is read or written yet. */
    static IndexCache of(Store store) {
        return new IndexCache(folder(store.location()), WORTH_VERTICES);
    }

    /** A cache in a folder, for levels of at least so many vertices. */
    static IndexCache in(Path folder, int worthVertices) {
        return new IndexCache(folder, worthVertices);
    }

    private static Path folder(String location) {
        try {
            Path file = Path.of(location).toAbsolutePath();
            Path parent = file.getParent();
            if (Files.isRegularFile(file) && parent != null && Files.isWritable(parent)) {
                return parent.resolve(file.getFileName() + "-index");
            }
        } catch (InvalidPathException e) {
            LOG.debug("{} is no file", location);
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        byte[] hash = LayerFingerprint.sha256(location.getBytes(StandardCharsets.UTF_8));
        return home.resolve("onemap").resolve(HexFormat.of().formatHex(hash, 0, 8));
    }

    /** The level with this content, if there is a good file of it. */
    Optional<LocateLevel> find(Layer layer, byte[] fingerprint) {
        try {
            return Optional.of(LocateLevel.open(layer, file(layer, fingerprint), fingerprint));
        } catch (NotFound e) {
            return Optional.empty();
        } catch (CorruptData e) {
            LOG.warn("{}; it is built anew", e.getMessage());
            return Optional.empty();
        }
    }

    /** Writes a level if it is large; the same level then, mapped from its file, else as it was. */
    LocateLevel keep(LocateLevel level, byte[] fingerprint) {
        if (level.index().vertexCount() < worthVertices) {
            return level;
        }
        Path file = file(level.layer(), fingerprint);
        try {
            level.save(file, fingerprint);
            removeOld(level.layer());
            return LocateLevel.open(level.layer(), file, fingerprint);
        } catch (OnemapException e) {
            LOG.warn("the next start will index {} again: {}", level.layer().name(), e.getMessage());
            return level;
        }
    }

    private Path file(Layer layer, byte[] fingerprint) {
        return folder.resolve(prefix(layer) + HexFormat.of().formatHex(fingerprint, 0, 8) + SUFFIX);
    }

    private static String prefix(Layer layer) {
        return UNSAFE.matcher(layer.name()).replaceAll("_") + "-";
    }

    private void removeOld(Layer layer) {
        try (Stream<Path> all = Files.list(folder)) {
            Pattern name = Pattern.compile(Pattern.quote(prefix(layer)) + "[0-9a-f]{16}" + Pattern.quote(SUFFIX));
            List<Path> files = new ArrayList<>(all.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .toList());
            files.sort(Comparator.comparing(IndexCache::writtenAt).reversed());
            for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            LOG.warn("old index files in {} stay: {}", folder, e.toString());
        }
    }

    private static FileTime writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // gone meanwhile
        }
    }
}
