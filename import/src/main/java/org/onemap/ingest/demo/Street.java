package org.onemap.ingest.demo;

/**
 * A street as a name and a class, known by identity: the lines carry a reference to it.
 *
 * @param name for instance 科学大道
 * @param roadClass its class
 * @param eastWest whether it runs east to west rather than north to south; segments are numbered from W or N
 */
record Street(String name, RoadClass roadClass, boolean eastWest) {

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
