/** Two maps of one view, today and the plan: under a curtain, or side by side. */
import {byId} from './dom.js';
import {layersOf, MapLayers} from './layers.js';

/** What is drawn beneath the divisions, so that planners know where they are. */
const GROUND = new Set(['road', 'river', 'water']);

/** Pixels around a boundary that count as on it. */
const NEAR_PX = 7;

/** Widths of boundaries from the lowest level up. */
const WIDTHS = [1.1, 2.2, 3.8, 5];

export class PlanMaps {
  /** @param {any} theme @param {any[]} collections @param {(hit: any) => void} onHit */
  constructor(theme, collections, onHit) {
    this.theme = theme;
    this.onHit = onHit;
    this.edgeColour = theme.dark ? '#d5e0ee' : '#2d3a52';
    this.format = new ol.format.GeoJSON({featureProjection: 'EPSG:3857'});
    this.view = new ol.View({center: [0, 0], zoom: 11, minZoom: 8, maxZoom: 19, enableRotation: false});
    this.ground = layersOf(collections, theme).filter((layer) => GROUND.has(layer.id));
    this.ground.forEach((layer) => (layer.visible = true));
    this.halves = {today: this.half('today'), plan: this.half('planned')};
    this.halves.today.map.addControl(new ol.control.ScaleLine({target: byId('scale'), minWidth: 72}));
    this.moved = false;
    this.bindButtons();
    this.bindDivider();
    this.signalIdle();
    this.keepWhole();
  }

  half(target) {
    const stage = target === 'today' ? 'today' : 'plan';
    const areas = new ol.source.Vector();
    const lines = new ol.source.Vector();
    const marked = new ol.source.Vector();
    const areaLayer = new ol.layer.Vector({source: areas, opacity: this.theme.dark ? 0.82 : 0.8, style: () => null});
    const lineLayer = new ol.layer.Vector({source: lines, style: () => null});
    const map = new ol.Map({
      target,
      view: this.view,
      controls: [],
      keyboardEventTarget: byId(target),
      interactions: ol.interaction.defaults.defaults({altShiftDragRotate: false, pinchRotate: false}),
      layers: [areaLayer, new MapLayers(this.ground).tiles, lineLayer, new ol.layer.Vector({source: marked, style: markStyle(this.theme)})],
    });
    map.on('singleclick', (event) => this.onHit(this.hitAt(stage, event.pixel)));
    map.on('pointermove', (event) => {
      if (!event.dragging) {
        byId(target).style.cursor = this.hitAt(stage, event.pixel) ? 'pointer' : '';
      }
    });
    byId(target).addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        this.onHit(this.hitAt(stage, map.getPixelFromCoordinate(this.view.getCenter())));
      }
    });
    return {map, areas, lines, marked, areaLayer, lineLayer};
  }

  /** `data-map` on the root says whether both pictures are complete: for pictures and tests. */
  signalIdle() {
    const root = document.documentElement;
    root.dataset.map = 'loading';
    const waiting = new Set();
    for (const [stage, {map}] of Object.entries(this.halves)) {
      map.on(['movestart', 'loadstart', 'change'], () => {
        waiting.add(stage);
        root.dataset.map = 'loading';
      });
      map.on('rendercomplete', () => {
        waiting.delete(stage);
        if (!waiting.size && this.filled) {
          root.dataset.map = 'idle';
        }
      });
    }
  }

  /** Until somebody goes elsewhere, the whole is shown, however the window changes. */
  keepWhole() {
    for (const {map} of Object.values(this.halves)) {
      map.getViewport().addEventListener('wheel', () => (this.moved = true), {passive: true});
      map.on('pointerdrag', () => (this.moved = true));
    }
    this.halves.plan.map.on('change:size', () => this.filled && !this.moved && this.home());
  }

  /** There is nothing more to wait for, though it failed. */
  ready() {
    document.documentElement.dataset.map = 'idle';
  }

  bindButtons() {
    const zoomBy = (step) => () => {
      this.moved = true;
      this.view.animate({zoom: this.view.getZoom() + step, duration: 180});
    };
    byId('zoom-in').addEventListener('click', zoomBy(1));
    byId('zoom-out').addEventListener('click', zoomBy(-1));
    byId('home').addEventListener('click', () => this.home({duration: 400}));
  }

  bindDivider() {
    const divider = byId('divider');
    const set = (share) => {
      const percent = Math.min(100, Math.max(0, share));
      byId('maps').style.setProperty('--split', `${percent}%`);
      divider.setAttribute('aria-valuenow', String(Math.round(percent)));
    };
    divider.addEventListener('pointerdown', (event) => divider.setPointerCapture(event.pointerId));
    divider.addEventListener('pointermove', (event) => {
      if (divider.hasPointerCapture(event.pointerId)) {
        const box = byId('maps').getBoundingClientRect();
        set((100 * (event.clientX - box.left)) / box.width);
      }
    });
    divider.addEventListener('keydown', (event) => {
      const now = Number(divider.getAttribute('aria-valuenow'));
      const to = {ArrowLeft: now - 5, ArrowRight: now + 5, Home: 0, End: 100}[event.key];
      if (to !== undefined) {
        event.preventDefault();
        set(to);
      }
    });
  }

  setMode(mode) {
    document.body.dataset.mode = mode;
    Object.values(this.halves).forEach(({map}) => map.updateSize());
    if (this.filled) {
      this.home({duration: 0});
    }
  }

  /** Shows everything. */
  home(options = {}) {
    const extent = this.halves.plan.areas.getExtent();
    if (ol.extent.isEmpty(extent)) {
      return;
    }
    this.moved = false;
    const side = document.body.dataset.mode === 'side';
    this.view.fit(extent, {padding: side ? [56, 24, 136, 24] : [52, 60, 136, 60], ...options});
  }

  /** @param {any[]} before @param {any[]} after GeoJSON lines */
  setBoundaries(before, after) {
    for (const [stage, features] of [['today', before], ['plan', after]]) {
      const {lines, marked} = this.halves[stage];
      marked.clear(true);
      lines.clear(true);
      lines.addFeatures(features.map((feature) => this.format.readFeature(feature)));
    }
  }

  /**
   * @param {any[]} before @param {any[]} after GeoJSON areas
   * @param {{of: (unit: any) => string}} colours
   * @param {string[]} levels from the top @param {string} level which is drawn
   */
  setDivisions(before, after, colours, levels, level) {
    this.levels = levels;
    this.at = levels.indexOf(level);
    const fills = new Map();
    const fill = (feature) => {
      const colour = colours.of(feature.getProperties());
      if (!fills.has(colour)) {
        fills.set(colour, new ol.style.Style({
          fill: new ol.style.Fill({color: colour}),
          stroke: new ol.style.Stroke({color: this.edgeColour, width: 0.5}),
        }));
      }
      return fills.get(colour);
    };
    const strokes = levels.map((_, i) => new ol.style.Style({
      zIndex: levels.length - i,
      stroke: new ol.style.Stroke({color: this.edgeColour, width: this.widthOf(i, this.at), lineCap: 'round', lineJoin: 'round'}),
    }));
    const line = (feature) => {
      const i = levels.indexOf(feature.get('level'));
      return i >= 0 && i <= this.at ? strokes[i] : null;
    };
    for (const [stage, features] of [['today', before], ['plan', after]]) {
      const half = this.halves[stage];
      half.marked.clear(true);
      half.areas.clear(true);
      half.areas.addFeatures(features.filter((f) => f.geometry).map((feature) => this.format.readFeature(feature)));
      half.areaLayer.setStyle(fill);
      half.lineLayer.setStyle(line);
    }
    this.filled = true;
    Object.values(this.halves).forEach(({map}) => map.render());
  }

  /** The width of the boundary of a level while another is drawn. */
  widthOf(level, drawn) {
    return WIDTHS[Math.min(WIDTHS.length - 1, drawn - level)];
  }

  /** What lies under a pixel: a stretch of boundary first, else a division. */
  hitAt(stage, pixel) {
    const {map, areaLayer, lineLayer} = this.halves[stage];
    const find = (layer, kind, hitTolerance) => map.forEachFeatureAtPixel(
      pixel, (feature) => ({kind, stage, feature, properties: feature.getProperties()}), {hitTolerance, layerFilter: (one) => one === layer});
    return find(lineLayer, 'boundary', NEAR_PX) ?? find(areaLayer, 'division', 0);
  }

  /** Where a place is on the map of the plan. */
  pixelOf(lon, lat) {
    return this.halves.plan.map.getPixelFromCoordinate(ol.proj.fromLonLat([lon, lat]));
  }

  /** Marks a feature; null for none. */
  select(feature, stage) {
    Object.values(this.halves).forEach(({marked}) => marked.clear(true));
    if (feature) {
      this.halves[stage].marked.addFeature(feature.clone());
    }
  }

  selectDivision(code, stage, zoom) {
    const feature = this.halves[stage].areas.getFeatureById(code);
    this.select(feature, stage);
    if (feature && zoom) {
      this.moved = true;
      const side = document.body.dataset.mode === 'side';
      this.view.fit(feature.getGeometry().getExtent(), {padding: side ? [90, 60, 150, 60] : [110, 120, 150, 400], maxZoom: 16, duration: 450});
    }
  }
}

/** The mark of the theme for areas; for lines a broad stroke of the same colour. */
function markStyle(theme) {
  const accent = theme.dark ? '#ffd166' : '#d6006c';
  return [
    new ol.style.Style({stroke: new ol.style.Stroke({color: theme.dark ? '#0d1624' : '#ffffff', width: 7})}),
    new ol.style.Style({stroke: new ol.style.Stroke({color: accent, width: 4})}),
  ];
}
