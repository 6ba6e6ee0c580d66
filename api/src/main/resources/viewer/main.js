/** Wires the viewer: loads style, layers and legend, then map, panel, search, card and link. */
import * as api from './api.js';
import {byId} from './dom.js';
import {Card, lookup} from './identify.js';
import {layersOf, MapLayers} from './layers.js';
import {parse, write} from './link.js';
import {createMap, freePadding, isPhone, Marks} from './map.js';
import {notice} from './notices.js';
import {LayerPanel} from './panel.js';
import {followChanges} from './refresh.js';
import {Search} from './search.js';
import {chosenTheme, dressPage, offerOtherLight} from './theme.js';

/** Divisions are answered by the lookup, not by what is drawn under the click. */
const DIVISIONS = new Set(['office', 'zone', 'grid', 'community', 'dedicated_grid', 'micro_grid', 'unit_grid']);

/** From this level things lie far enough apart for a click beside them to count. */
const FINGER_ZOOM = 16;

class Viewer {
  constructor(theme, collections, legend) {
    this.collections = collections;
    this.place = parse(location.hash);
    const layers = layersOf(collections, theme);
    this.defaultLayers = layers.filter((layer) => layer.visible).map((layer) => layer.id);
    this.useLayers(layers, this.place.layers);
    this.layers = new MapLayers(layers);
    this.marks = new Marks(theme);
    this.map = createMap([...this.layers.toOpenLayers(), ...this.marks.layers]);
    this.layers.labels.follow(this.map);
    this.panel = new LayerPanel(inReadingOrder(layers, collections), legend, (id, visible) => {
      this.layers.setVisible(id, visible);
      this.writeLink();
    });
    this.card = new Card({
      titleOf: (id) => this.titleOf(id),
      swatchOf: (id) => this.panel.swatch(id),
      has: (id) => collections.some((c) => c.id === id),
      onSelect: (layer, id) => this.select({layer, id}, true),
      onClose: () => this.deselect(),
    });
    new Search((found) => this.select(found, true));
    this.selected = null;
    this.asking = new AbortController();
    this.bind();
  }

  titleOf(id) {
    return this.collections.find((c) => c.id === id)?.title ?? id ?? '';
  }

  useLayers(layers, ids) {
    if (ids) {
      layers.forEach((layer) => (layer.visible = ids.includes(layer.id)));
    }
  }

  bind() {
    this.map.on('singleclick', (event) => this.identify(event.coordinate, event.pixel));
    this.map.on('moveend', () => {
      this.panel.update(this.map.getView().getZoom());
      this.writeLink();
    });
    byId('home').addEventListener('click', () => this.home({duration: 400}));
    byId('map').addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        const center = this.map.getView().getCenter();
        this.identify(center, this.map.getPixelFromCoordinate(center));
      }
    });
    window.addEventListener('hashchange', () => this.restore(parse(location.hash)));
  }

  /** First view: the link's, else all divisions, else all there is. */
  start() {
    if (window.matchMedia('(min-width: 1100px)').matches) {
      this.panel.open(true);
    }
    if (this.place.center) {
      this.map.getView().setCenter(ol.proj.fromLonLat(this.place.center));
      this.map.getView().setZoom(this.place.zoom);
    } else {
      this.home();
    }
    if (this.place.select) {
      this.select(this.place.select, !this.place.center);
    }
  }

  restore(place) {
    if (this.written === location.hash) {
      return;
    }
    const layers = this.layers.list;
    this.useLayers(layers, place.layers ?? this.defaultLayers);
    this.layers.applyVisibility();
    if (place.center) {
      this.map.getView().animate({center: ol.proj.fromLonLat(place.center), zoom: place.zoom, duration: 300});
    }
    if (place.select) {
      this.select(place.select, !place.center);
    }
    this.panel.update(this.map.getView().getZoom());
  }

  home(options = {}) {
    const boxOf = (id) => this.collections.find((c) => c.id === id)?.extent?.spatial?.bbox?.[0];
    const boxes = ['office', 'zone', 'grid'].map(boxOf).filter(Boolean);
    const all = boxes.length ? boxes.slice(0, 1) : this.collections.map((c) => boxOf(c.id)).filter(Boolean);
    if (all.length) {
      const box = [0, 1, 2, 3].map((i) => Math[i < 2 ? 'min' : 'max'](...all.map((b) => b[i])));
      const extent = ol.proj.transformExtent(box, 'EPSG:4326', 'EPSG:3857');
      this.map.getView().fit(extent, {padding: freePadding(), maxZoom: 17, nearest: isPhone(), ...options});
    }
  }

  writeLink() {
    const view = this.map.getView();
    const on = this.layers.visibleIds();
    const changed = on.length !== this.defaultLayers.length || on.some((id) => !this.defaultLayers.includes(id));
    const hash = write({
      zoom: view.getZoom(),
      center: ol.proj.toLonLat(view.getCenter()),
      layers: changed ? on : undefined,
      select: this.selected ?? undefined,
    });
    this.written = hash;
    history.replaceState(null, '', hash);
  }

  /** Asks whose place this is. @param {number[]} coordinate @param {number[]} pixel */
  async identify(coordinate, pixel) {
    await this.answer(async (signal) => {
      this.marks.point(coordinate);
      const hits = pixel ? this.hitsAt(pixel) : [];
      const found = await lookup(ol.proj.toLonLat(coordinate), signal);
      this.selected = found.grid ? {layer: 'grid', id: found.grid.code} : null;
      this.card.showPlace(found, hits);
      this.marks.select(found.grid ? await api.item('grid', found.grid.code, signal) : null);
      this.keepVisible(coordinate);
    });
  }

  /** Shows one feature: its outline, its card; `bbox` where more belongs to it, as to a road of many segments. */
  async select({layer, id, bbox}, move) {
    await this.answer(async (signal) => {
      const feature = await api.item(layer, id, signal);
      feature.layer = layer;
      this.selected = {layer, id: String(feature.id ?? id)};
      const geometry = this.marks.select(feature);
      if (!geometry) {
        this.card.showPlace({position: {lon: NaN, lat: NaN}}, [], feature);
        return;
      }
      const point = pointIn(geometry);
      this.marks.point(null);
      if (move) {
        const extent = bbox ? ol.proj.transformExtent(bbox, 'EPSG:4326', 'EPSG:3857') : geometry.getExtent();
        this.map.getView().fit(extent, {padding: freePadding(), maxZoom: 18, duration: 500});
      }
      this.card.showPlace(await lookup(ol.proj.toLonLat(point), signal), [], feature);
    });
  }

  /** One question at a time: a later one makes the answer of an earlier one void. */
  async answer(question) {
    this.asking.abort();
    this.asking = new AbortController();
    const {signal} = this.asking;
    this.card.waiting();
    try {
      await question(signal);
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      this.card.failed(failure);
    }
    this.card.done();
    this.writeLink();
  }

  hitsAt(pixel) {
    /** @type {Map<string, {layer: string, id: string, properties: any}>} */
    const hits = new Map();
    this.map.forEachFeatureAtPixel(pixel, (feature) => {
      const properties = feature.getProperties();
      const key = `${properties.layer}/${feature.getId()}`;
      if (!DIVISIONS.has(properties.layer) && hits.size < 20) {
        hits.set(key, {layer: properties.layer, id: String(feature.getId()), properties});
      }
    }, {hitTolerance: this.map.getView().getZoom() >= FINGER_ZOOM ? 5 : 0, layerFilter: (layer) => layer === this.layers.tiles});
    return [...hits.values()];
  }

  /** On a phone the card comes up from below: the clicked place stays above it. */
  keepVisible(coordinate) {
    const pixel = this.map.getPixelFromCoordinate(coordinate);
    const card = byId('card').getBoundingClientRect();
    const bottomSheet = card.width > window.innerWidth * 0.9;
    if (pixel && bottomSheet && pixel[1] > card.top - 40) {
      const view = this.map.getView();
      const [x, y] = view.getCenter();
      const down = (pixel[1] - (card.top + 60) / 2) * view.getResolution();
      view.animate({center: [x, y - down], duration: 250});
    }
  }

  deselect() {
    this.asking.abort();
    this.selected = null;
    this.marks.select(null);
    this.marks.point(null);
    this.writeLink();
    byId('map').focus({preventScroll: true});
  }

  /** The store has changed: ask for everything that is shown again; with other layers, begin anew. */
  async changed(number) {
    const ids = (collections) => collections.map((c) => c.id).join(' ');
    if (ids(await api.collections()) !== ids(this.collections)) {
      location.reload();
      return;
    }
    this.layers.refresh();
    if (this.selected) {
      this.select(this.selected, false);
    }
    notice(`地图已更新到变更 ${number}`, {key: 'changed'});
  }
}

/** The order of the collections: divisions from the top, then elements. */
function inReadingOrder(layers, collections) {
  const place = new Map(collections.map((c, i) => [c.id, i]));
  return [...layers].sort((a, b) => place.get(a.id) - place.get(b.id));
}

/** A place that surely belongs to the feature. */
function pointIn(geometry) {
  switch (geometry.getType()) {
    case 'Polygon':
      return geometry.getInteriorPoint().getCoordinates().slice(0, 2);
    case 'MultiPolygon':
      return geometry.getInteriorPoints().getCoordinates()[0].slice(0, 2);
    case 'LineString':
      return geometry.getCoordinateAt(0.5).slice(0, 2);
    case 'MultiLineString':
      return geometry.getLineStrings()[0].getCoordinateAt(0.5).slice(0, 2);
    default:
      return ol.extent.getCenter(geometry.getExtent());
  }
}

async function main() {
  try {
    const known = await api.styles();
    const name = chosenTheme(known);
    const [theme, collections, legend] = await Promise.all([api.style(name), api.collections(), api.legend(name)]);
    dressPage(theme);
    offerOtherLight(theme, known);
    document.title = `${theme.title} · onemap`;
    const viewer = new Viewer(theme, collections, legend);
    viewer.start();
    if (!collections.length) {
      notice('库中还没有图层；用 onemap import 导入数据后，地图会自动更新。', {key: 'empty', lasting: true});
    }
    followChanges((number) => viewer.changed(number));
  } catch (failure) {
    notice(`地图无法打开：${failure.message}`, {key: 'start', kind: 'error', lasting: true});
    document.documentElement.dataset.map = 'failed';
    setTimeout(() => location.reload(), 8000);
  }
}

main();
