/**
 * Labels of polygons. In tiles a polygon comes in pieces, and each piece would get the label once more; so the pieces
 * that can be seen are gathered here, and each feature is labelled in its largest one.
 */

/** Pieces are kept for so many tiles, the latest. */
const MOST_TILES = 600;

export class PolygonLabels {
  /** @param {string[]} layerIds the layers whose polygons are gathered */
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

  /** Remembers the polygons of a tile. */
  put(tileCoord, features) {
    const key = tileCoord.join('/');
    this.pieces.delete(key);
    const pieces = features.filter((f) => f.getType() === 'Polygon' && this.layerIds.has(f.get('layer'))).map(toPiece);
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
    const signature = [...chosen.values()].map((piece) => piece.key).join(' ');
    if (signature !== this.shown) {
      this.shown = signature;
      this.source.clear(true);
      this.source.addFeatures([...chosen.values()].map(toFeature));
    }
  }

  choose(view) {
    const extent = view.calculateExtent(this.map.getSize());
    const center = view.getCenter();
    const grid = ol.tilegrid.createXYZ({tileSize: 512, maxZoom: 16});
    const z = grid.getZForResolution(view.getResolution());
    const chosen = new Map();
    grid.forEachTileCoord(extent, z, (coord) => {
      for (const piece of this.pieces.get(coord.join('/')) ?? []) {
        const best = chosen.get(piece.id);
        if (!best || isBetter(piece, best, center)) {
          chosen.set(piece.id, piece);
        }
      }
    });
    return chosen;
  }
}

/** The larger piece; of two whole tiles the one nearer to the middle of the map. */
function isBetter(piece, best, center) {
  if (Math.abs(piece.area - best.area) > best.area * 1e-6) {
    return piece.area > best.area;
  }
  return distance(piece, center) < distance(best, center);
}

function distance(piece, [x, y]) {
  const [minX, minY, maxX, maxY] = piece.extent;
  return Math.hypot((minX + maxX) / 2 - x, (minY + maxY) / 2 - y);
}

function toPiece(feature) {
  const flat = feature.getFlatCoordinates();
  const ends = feature.getEnds();
  const id = `${feature.get('layer')}/${feature.getId()}`;
  const extent = feature.getExtent();
  return {id, key: `${id}@${extent.map(Math.round)}`, flat, ends, extent, area: ringArea(flat, ends[0]), properties: feature.getProperties()};
}

function toFeature(piece) {
  const outer = piece.ends[0];
  const feature = new ol.Feature(new ol.geom.Polygon(piece.flat.slice(0, outer), 'XY', [outer]));
  feature.setProperties(piece.properties, true);
  return feature;
}

/** Twice is enough: only compared. The first ring is the outer one. */
function ringArea(flat, end) {
  let sum = 0;
  for (let i = 0; i < end - 2; i += 2) {
    sum += flat[i] * flat[i + 3] - flat[i + 2] * flat[i + 1];
  }
  return Math.abs(sum);
}
