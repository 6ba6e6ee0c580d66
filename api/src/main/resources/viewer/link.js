/** The place, the layers and the choice in the address: `#z/lat/lon&layers=a,b&select=layer:code`. */

/**
 * @typedef {object} Place
 * @property {number} [zoom]
 * @property {[number, number]} [center] longitude, latitude
 * @property {string[]} [layers] ids of the layers that are on
 * @property {{layer: string, id: string}} [select]
 */

/** @param {string} hash @returns {Place} what can be understood of it */
export function parse(hash) {
  const [view, ...rest] = hash.replace(/^#/, '').split('&');
  /** @type {Place} */
  const place = {};
  const [zoom, lat, lon] = view.split('/').map(Number);
  if ([zoom, lat, lon].every(Number.isFinite) && Math.abs(lat) <= 85 && Math.abs(lon) <= 180) {
    place.zoom = Math.min(Math.max(zoom, 2), 20);
    place.center = [lon, lat];
  }
  for (const part of rest) {
    const at = part.indexOf('=');
    const name = part.slice(0, at);
    const value = part.slice(at + 1);
    if (name === 'layers') {
      place.layers = value.split(',').filter(Boolean).map(decode);
    } else if (name === 'select' && value.includes(':')) {
      const colon = value.indexOf(':');
      place.select = {layer: decode(value.slice(0, colon)), id: decode(value.slice(colon + 1))};
    }
  }
  return place;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {Required<Pick<Place, 'zoom'|'center'>> & Place} place */
export function write({zoom, center, layers, select}) {
  let hash = `#${+zoom.toFixed(2)}/${center[1].toFixed(6)}/${center[0].toFixed(6)}`;
  if (layers) {
    hash += `&layers=${layers.map(encodeURIComponent).join(',')}`;
  }
  if (select) {
    hash += `&select=${encodeURIComponent(select.layer)}:${encodeURIComponent(select.id)}`;
  }
  return hash;
}
