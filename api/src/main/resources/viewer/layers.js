/** The layers of the map: one vector tile layer that draws them all, and one layer of labels for polygons and lines. */
import {ask, url, ServiceError} from './api.js';
import {PieceLabels} from './labels.js';
import {dismiss, notice} from './notices.js';

/** Beyond this level of 512-pixel tiles nothing becomes more exact: 0.15 m a unit. */
const DEEPEST_TILE = 16;

/**
 * @typedef {object} MapLayer
 * @property {string} id
 * @property {string} title
 * @property {boolean} visible
 * @property {number} minZoom
 * @property {number} maxZoom
 * @property {object[]} style rules of an OpenLayers flat style
 * @property {number} [other] place among the layers that the theme does not name
 * @property {{from: string, minZoom: number, style: object[]}} [labels]
 */

/**
 * The layers that can be drawn, bottom first: what the store holds, looking as the theme says.
 * @param {any[]} collections
 * @param {any} theme
 * @returns {MapLayer[]}
 */
export function layersOf(collections, theme) {
  const spatial = new Map(collections.filter((c) => c.extent?.spatial).map((c) => [c.id, c]));
  const themed = theme.layers.filter((layer) => spatial.has(layer.id));
  const names = new Set(theme.layers.map((layer) => layer.id));
  const others = [...spatial.values()].filter((c) => !names.has(c.id));
  return [
    ...others.map((c, i) => ({...theme.others[i % theme.others.length], id: c.id, title: c.title || c.id, other: i})),
    ...themed.map((layer) => ({...layer, title: spatial.get(layer.id).title || layer.title})),
  ];
}

const labelsTiles = (layer) => layer.labels && layer.labels.from !== 'pieces';
const labelsPieces = (layer) => layer.labels && layer.labels.from !== 'tiles';

/** Only points are labelled straight from tiles: what has an extent is cut there. */
const POINTS = ['==', ['geometry-type'], 'Point'];

/** Confines rules to the features of one layer, and to a kind if it is given. */
function confined(layer, rules, kind) {
  const own = ['==', ['get', 'layer'], layer.id];
  return rules.map((rule) => {
    const parts = [own, kind, rule.filter].filter(Boolean);
    return {...rule, filter: parts.length > 1 ? ['all', ...parts] : own};
  });
}

/** Draws the layers and switches them on and off. */
export class MapLayers {
  /** @param {MapLayer[]} layers bottom first */
  constructor(layers) {
    this.list = layers;
    this.format = new ol.format.MVT();
    this.labels = new PieceLabels(layers.filter(labelsPieces).map((layer) => layer.id));
    this.source = this.newSource();
    this.tiles = new ol.layer.VectorTile({
      source: this.source,
      declutter: true,
      renderBuffer: 128,
      preload: 0,
      style: [],
    });
    this.applyVisibility();
  }

  /** The OpenLayers layers, bottom first. */
  toOpenLayers() {
    return [this.tiles, this.labels.layer];
  }

  newSource() {
    return new ol.source.VectorTile({
      format: this.format,
      tileGrid: ol.tilegrid.createXYZ({tileSize: 512, maxZoom: DEEPEST_TILE}),
      tileUrlFunction: ([z, x, y]) => url(`tiles/WebMercatorQuad/${z}/${y}/${x}`).href,
      tileLoadFunction: (tile, address) => this.load(tile, address),
      transition: 0,
    });
  }

  load(tile, address) {
    tile.setLoader(async (extent, resolution, projection) => {
      try {
        const response = await ask(address);
        const features = response.status === 204
          ? []
          : this.format.readFeatures(await response.arrayBuffer(), {extent, featureProjection: projection});
        this.labels.put(tile.tileCoord, features);
        tile.setFeatures(features);
        dismiss('tiles');
      } catch (failure) {
        tile.setState(3); // ERROR: OpenLayers asks again when the tile is needed again
        if (failure instanceof ServiceError) {
          notice(`地图瓦片读取失败：${failure.message}`, {key: 'tiles', kind: 'error'});
        }
      }
    });
  }

  /** @param {string} id @param {boolean} visible */
  setVisible(id, visible) {
    const layer = this.list.find((candidate) => candidate.id === id);
    if (layer && layer.visible !== visible) {
      layer.visible = visible;
      this.applyVisibility();
    }
  }

  /** The ids of the layers that are on. */
  visibleIds() {
    return this.list.filter((layer) => layer.visible).map((layer) => layer.id);
  }

  applyVisibility() {
    const on = this.list.filter((layer) => layer.visible);
    this.tiles.setStyle(
      on.flatMap((layer) => [
        ...confined(layer, layer.style),
        ...(labelsTiles(layer) ? confined(layer, layer.labels.style, POINTS) : []),
      ]),
    );
    this.labels.setStyle(
      on.filter(labelsPieces).flatMap((layer) => confined(layer, layer.labels.style)),
    );
  }

  /** Asks for every tile again, after the store has changed. The old picture stays until the new one is there. */
  refresh() {
    this.labels.forget();
    this.source = this.newSource();
    this.tiles.setSource(this.source);
  }
}
