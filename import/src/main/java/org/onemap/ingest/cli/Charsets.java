package org.onemap.ingest.cli;

import java.nio.charset.Charset;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.charset.CharsetNames;
import picocli.CommandLine.TypeConversionException;

/** How a charset is named: by users, in all the spellings of {@link CharsetNames}, and to them. */
final class Charsets {

    private Charsets() {}

    /** The charset of {@code --charset}: {@code GBK}, {@code 936}, {@code UTF-8} and the like. */
    static Charset parse(String name) {
        return CharsetNames.find(name)
                .orElseThrow(() -> new TypeConversionException("'" + name
                        + "' is no charset that is known; say GBK, GB18030, UTF-8, Big5 or a code page such as 936"));
    }

    static String of(Source source) {
        return source.charset().map(charset -> charset.name()).orElse("no text");
    }
}
