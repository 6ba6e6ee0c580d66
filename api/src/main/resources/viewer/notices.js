/** Short messages at the foot of the map. */
import {byId, el} from './dom.js';

/** @type {Map<string, HTMLElement>} */
const shown = new Map();

/**
 * Shows a message; one of the same key takes the place of the older one.
 * @param {string} text
 * @param {{key?: string, kind?: 'info'|'error', lasting?: boolean}} [options]
 */
export function notice(text, {key = text, kind = 'info', lasting = false} = {}) {
  dismiss(key);
  const element = el('p', {class: `notice surface ${kind}`}, text);
  shown.set(key, element);
  byId('notices').append(element);
  if (!lasting) {
    setTimeout(() => {
      if (shown.get(key) === element) {
        dismiss(key);
      }
    }, 6000);
  }
}

/** Takes a message away. */
export function dismiss(key) {
  shown.get(key)?.remove();
  shown.delete(key);
}
