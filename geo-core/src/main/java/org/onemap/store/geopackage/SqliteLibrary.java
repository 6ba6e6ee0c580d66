package org.onemap.store.geopackage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.onemap.StoreUnavailable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native library of SQLite as a file. By itself the driver writes it to the folder for temporary files at every start
 * and compares both byte by byte; where the property {@code org.sqlite.lib.path} names a folder that holds it, it is just loaded.
 * Stateless.
 */
public final class SqliteLibrary {

    private SqliteLibrary() {}

    /**
     * Puts the library for this machine into a folder, which is made if need be. A process that has an older one loaded keeps it.
     *
     * @return the file
     * @throws StoreUnavailable if the driver brings none for this machine, or the file cannot be written
     */
    public static Path unpack(Path folder) {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new StoreUnavailable("there is no library of SQLite for this machine at " + resource);
            }
            Files.createDirectories(folder);
            Path part = folder.resolve(name + "." + ProcessHandle.current().pid() + ".part");
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(
                    part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreUnavailable("the library of SQLite cannot be unpacked into " + folder + ": " + e, e);
        }
    }
}
