package org.onemap.ingest.cli;

import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest; a build directory has none. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Onemap.class.getPackage().getImplementationVersion();
        return new String[] {"onemap " + (version == null ? "(unpackaged)" : version)};
    }
}
