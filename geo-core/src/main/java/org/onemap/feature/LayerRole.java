package org.onemap.feature;

/** What a layer is for; it decides which checks are errors and which layers a lookup answers. */
public enum LayerRole {
    /** A level of the division tree that covers its parent without gap or overlap. */
    DIVISION,
    /** Divisions laid over the tree, such as dedicated grids (专属网格): they may overlap and leave gaps. */
    OVERLAY,
    /** Things that lie in the divisions: roads, buildings, parts, addresses, people. */
    ELEMENT,
    /** Anything else, under its own name and with its own schema; its faults are warnings. */
    OTHER
}
