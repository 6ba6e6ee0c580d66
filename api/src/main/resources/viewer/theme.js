/** Which theme the map is drawn in: `?theme=night` in the address, else the first; and the switch between day and night. */
import {byId} from './dom.js';

/**
 * @param {{default: string, styles: {id: string}[]}} known the styles of the service
 * @returns {string} the id of the theme that the address asks for, if there is one of that name
 */
export function chosenTheme(known) {
  const asked = new URLSearchParams(location.search).get('theme');
  return known.styles.some((style) => style.id === asked) ? asked : known.default;
}

/** Makes what stands around the map as dark or light as the map. @param {any} theme the generated style */
export function dressPage(theme) {
  const root = document.documentElement;
  root.dataset.dark = String(Boolean(theme.dark));
  root.style.setProperty('--map-background', theme.background);
  document.querySelector('meta[name="theme-color"]').setAttribute('content', theme.background);
}

/** The button opens the same place in the other light. @param {any} theme the generated style @param {any} known */
export function offerOtherLight(theme, known) {
  const button = byId('theme-toggle');
  const other = theme.dark ? known.default : 'night';
  button.hidden = !known.styles.some((style) => style.id === other);
  const title = theme.dark ? '切换到日间样式' : '切换到夜间样式';
  button.title = title;
  button.setAttribute('aria-label', title);
  button.addEventListener('click', () => {
    const address = new URL(location.href);
    if (other === known.default) {
      address.searchParams.delete('theme');
    } else {
      address.searchParams.set('theme', other);
    }
    location.assign(address);
  });
}
