/**
 * Labels of polygons and lines. In tiles they come in pieces, and each piece would get the label once more; so the pieces
 * that can be seen are gathered here. A polygon is labelled in its largest piece; lines of one name, such as the segments
 * of a road, in their longest pieces, so far apart that the map stays quiet.
 */

/** Pieces are kept for so many tiles, the latest. */
const MOST_TILES = 600;

/** Pixels between two labels of one name. */
const APART_PX = 320;

export class PieceLabels {
  /** @param {string[]} layerIds the layers whose pieces are gathered */
  constructor(layerIds) {
    this.layerIds = new Set(layerIds);
    /** @type {Map<string, any[]>} tile → pieces */
    this.pieces = new Map();
    this.source = new ol.source.Vector();
    this.layer = new ol.layer.Vector({source: this.source, declutter: true, style: []});
    this.pending = 0;
    this.shown = '';
    this.map = null;
  }

  /** @param {any} map follows this map's view */
  follow(map) {
    this.map = map;
    map.on('moveend', () => this.update());
  }

  setStyle(rules) {
    this.layer.setStyle(rules);
  }

  /** Remembers the pieces in a tile. */
  put(tileCoord, features) {
    const key = tileCoord.join('/');
    this.pieces.delete(key);
    const pieces = features.filter((f) => this.layerIds.has(f.get('layer'))).map(toPiece).filter(Boolean);
    this.pieces.set(key, pieces);
    if (this.pieces.size > MOST_TILES) {
      this.pieces.delete(this.pieces.keys().next().value);
    }
    if (!this.pending) {
      this.pending = setTimeout(() => {
        this.pending = 0;
        this.update();
      }, 60);
    }
  }

  /** Drops all pieces; what is shown stays until new ones come. */
  forget() {
    this.pieces.clear();
  }

  /** Labels what can be seen now. */
  update() {
    const view = this.map?.getView();
    if (!view?.getCenter() || this.pieces.size === 0) {
      return;
    }
    const chosen = this.choose(view);
    const signature = chosen.map((piece) => piece.key).join(' ');
    if (signature !== this.shown) {
      this.shown = signature;
      this.source.clear(true);
      this.source.addFeatures(chosen.map(toFeature));
    }
  }

  choose(view) {
    const extent = view.calculateExtent(this.map.getSize());
    const center = view.getCenter();
    const grid = ol.tilegrid.createXYZ({tileSize: 512, maxZoom: 16});
    const z = grid.getZForResolution(view.getResolution());
    const polygons = new Map();
    const lines = new Map();
    grid.forEachTileCoord(extent, z, (coord) => {
      for (const piece of this.pieces.get(coord.join('/')) ?? []) {
        if (piece.isLine) {
          lines.set(piece.id, [...(lines.get(piece.id) ?? []), piece]);
        } else if (!polygons.has(piece.id) || isBetter(piece, polygons.get(piece.id), center)) {
          polygons.set(piece.id, piece);
        }
      }
    });
    const apart = APART_PX * view.getResolution();
    return [...polygons.values(), ...[...lines.values()].flatMap((pieces) => spread(pieces, apart))];
  }
}

/** The longest pieces that lie so far from each other. */
function spread(pieces, apart) {
  const taken = [];
  for (const piece of pieces.sort((a, b) => b.size - a.size)) {
    const middle = ol.extent.getCenter(piece.extent);
    if (taken.every((other) => distance(other, middle) >= apart)) {
      taken.push(piece);
    }
  }
  return taken;
}

/** The larger piece; of two whole tiles the one nearer to the middle of the map. */
function isBetter(piece, best, center) {
  if (Math.abs(piece.size - best.size) > best.size * 1e-6) {
    return piece.size > best.size;
  }
  return distance(piece, center) < distance(best, center);
}

function distance(piece, [x, y]) {
  const [minX, minY, maxX, maxY] = piece.extent;
  return Math.hypot((minX + maxX) / 2 - x, (minY + maxY) / 2 - y);
}

/** @returns {any} null for a feature that has no label of this kind */
function toPiece(feature) {
  const type = feature.getType();
  const properties = feature.getProperties();
  const isLine = type === 'LineString' || type === 'MultiLineString';
  if (!isLine && type !== 'Polygon') {
    return null;
  }
  const flat = feature.getFlatCoordinates();
  const ends = feature.getEnds() ?? [flat.length];
  const extent = feature.getExtent();
  const id = `${properties.layer}/${(isLine && properties.name) || feature.getId()}`;
  const size = isLine ? pathLength(flat, ends[0]) : ringArea(flat, ends[0]);
  return {id, key: `${id}@${extent.map(Math.round)}`, isLine, flat: flat.slice(0, ends[0]), extent, size, properties};
}

function toFeature(piece) {
  const geometry = piece.isLine
    ? new ol.geom.LineString(piece.flat, 'XY')
    : new ol.geom.Polygon(piece.flat, 'XY', [piece.flat.length]);
  const feature = new ol.Feature(geometry);
  feature.setProperties(piece.properties, true);
  return feature;
}

function pathLength(flat, end) {
  let sum = 0;
  for (let i = 2; i < end; i += 2) {
    sum += Math.hypot(flat[i] - flat[i - 2], flat[i + 1] - flat[i - 1]);
  }
  return sum;
}

/** Twice is enough: only compared. The first ring is the outer one. */
function ringArea(flat, end) {
  let sum = 0;
  for (let i = 0; i < end - 2; i += 2) {
    sum += flat[i] * flat[i + 3] - flat[i + 2] * flat[i + 1];
  }
  return Math.abs(sum);
}
