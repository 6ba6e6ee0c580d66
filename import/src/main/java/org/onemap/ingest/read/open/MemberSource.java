package org.onemap.ingest.read.open;

import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import org.onemap.feature.GeometryKind;
import org.onemap.ingest.read.Source;
import org.onemap.ingest.read.SourceRow;
import org.onemap.ingest.read.SourceSchema;

/** A source in an archive: the last of them to be closed clears what was unpacked. */
final class MemberSource implements Source {

    private final Source member;
    private final Runnable whenClosed;
    private boolean closed;

    MemberSource(Source member, Runnable whenClosed) {
        this.member = member;
        this.whenClosed = whenClosed;
    }

    @Override
    public String name() {
        return member.name();
    }

    @Override
    public String displayName() {
        return member.displayName();
    }

    @Override
    public String sha256() {
        return member.sha256();
    }

    @Override
    public SourceSchema schema() {
        return member.schema();
    }

    @Override
    public GeometryKind geometry() {
        return member.geometry();
    }

    @Override
    public DeclaredCrs crs() {
        return member.crs();
    }

    @Override
    public Optional<Charset> charset() {
        return member.charset();
    }

    @Override
    public OptionalLong rowCount() {
        return member.rowCount();
    }

    @Override
    public Iterator<SourceRow> rows() {
        return member.rows();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            member.close();
            whenClosed.run();
        }
    }
}
