package org.onemap.tile;

/**
 * One zoom level of a {@link TileMatrixSet}, in the terms of OGC 17-083r4. Immutable.
 *
 * @param id its identifier, the zoom level as text
 * @param scaleDenominator for pixels of 0.28 mm
 * @param cellSizeM metres of the CRS per pixel
 * @param matrixSize how many tiles there are in each direction
 */
public record TileMatrix(String id, double scaleDenominator, double cellSizeM, long matrixSize) {}
