/** The map itself: view, buttons, scale bar, position of the pointer, marks. */
import {byId} from './dom.js';

/** @param {any[]} layers OpenLayers layers, bottom first */
export function createMap(layers) {
  const map = new ol.Map({
    target: 'map',
    layers,
    keyboardEventTarget: byId('map'),
    controls: [new ol.control.ScaleLine({target: byId('scale'), minWidth: 72})],
    interactions: ol.interaction.defaults.defaults({altShiftDragRotate: false, pinchRotate: false}),
    view: new ol.View({center: [0, 0], zoom: 2, minZoom: 2, maxZoom: 20, constrainResolution: true, enableRotation: false}),
  });
  signalIdle(map);
  showPointer(map);
  bindButtons(map);
  return map;
}

/** `data-map` on the root says whether the picture is complete: for print, pictures and tests. */
function signalIdle(map) {
  const root = document.documentElement;
  root.dataset.map = 'loading';
  map.on(['movestart', 'loadstart'], () => (root.dataset.map = 'loading'));
  map.on('rendercomplete', () => (root.dataset.map = 'idle'));
}

function showPointer(map) {
  const output = byId('position');
  const show = (coordinate) => {
    const [lon, lat] = ol.proj.toLonLat(coordinate);
    output.textContent = `${lon.toFixed(6)}°E  ${lat.toFixed(6)}°N`;
  };
  map.on('pointermove', (event) => !event.dragging && show(event.coordinate));
  map.on('moveend', () => show(map.getView().getCenter()));
}

function bindButtons(map) {
  const zoomBy = (step) => () => {
    const view = map.getView();
    view.animate({zoom: view.getZoom() + step, duration: 180});
  };
  byId('zoom-in').addEventListener('click', zoomBy(1));
  byId('zoom-out').addEventListener('click', zoomBy(-1));
}

/** Whether card and panel come up from below. */
export const isPhone = () => window.matchMedia('(max-width: 640px)').matches;

/** What search, card and panel leave free, as padding of a fit: top, right, bottom, left. */
export function freePadding() {
  const size = (id) => byId(id).getBoundingClientRect();
  if (isPhone()) {
    const sheet = Math.max(size('card').height, size('panel').height);
    return [84, 24, 40 + sheet, 24];
  }
  return [64, Math.max(80, size('panel').width + 90), 48, Math.max(32, size('card').width + 40)];
}

/** Marks what was found: the chosen feature and the clicked place. Their looks come from the theme. */
export class Marks {
  constructor(theme) {
    this.format = new ol.format.GeoJSON({featureProjection: 'EPSG:3857'});
    this.selected = new ol.source.Vector();
    this.position = new ol.source.Vector();
    this.layers = [
      new ol.layer.Vector({source: this.selected, style: theme.marks.selected}),
      new ol.layer.Vector({source: this.position, style: theme.marks.position}),
    ];
  }

  /** @param {any} geojson a feature; null for none @returns {any} its geometry in the map's projection */
  select(geojson) {
    this.selected.clear(true);
    if (!geojson?.geometry) {
      return null;
    }
    const feature = this.format.readFeature(geojson);
    this.selected.addFeature(feature);
    return feature.getGeometry();
  }

  /** @param {number[]|null} coordinate in the map's projection */
  point(coordinate) {
    this.position.clear(true);
    if (coordinate) {
      this.position.addFeature(new ol.Feature(new ol.geom.Point(coordinate)));
    }
  }
}
