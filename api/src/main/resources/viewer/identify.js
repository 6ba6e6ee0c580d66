/** Click → whose is this? A card with the chain of divisions, the people of the grid and the things under the click. */
import * as api from './api.js';
import {byId, el, icon, ICONS} from './dom.js';
import {peopleOf} from './people.js';

/** Levels that the lookup answers, top first, as the card lists them. */
const CHAIN = ['office', 'zone', 'grid'];

/** What every feature has, or what says nothing to a user. */
const SYSTEM = new Set(['code', 'name', 'parent_code', 'valid_from', 'change_set', 'layer', 'oid']);

export class Card {
  /**
   * @param {{titleOf: (id: string) => string, swatchOf: (id: string) => Node|null, has: (id: string) => boolean,
   *   onSelect: (layer: string, id: string) => void, onClose: () => void}} context
   */
  constructor(context) {
    this.context = context;
    this.card = byId('card');
    this.card.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
  }

  /** @param {...(Node|null)} children */
  fill(kicker, title, ...children) {
    this.card.replaceChildren(
      el('header', {class: 'card-head'},
        el('div', {}, el('p', {class: 'kicker'}, kicker), el('h2', {id: 'card-title'}, title)),
        el('button', {class: 'icon-button', type: 'button', 'aria-label': '关闭', onclick: () => this.close()}, icon(ICONS.close))),
      ...children.filter(Boolean));
    this.card.hidden = false;
    this.card.scrollTop = 0;
    document.body.classList.add('card-open');
  }

  close() {
    this.card.hidden = true;
    document.body.classList.remove('card-open');
    this.context.onClose();
  }

  waiting() {
    if (this.card.hidden) {
      this.fill('查询', '正在查询…');
    }
    this.card.setAttribute('aria-busy', 'true');
  }

  done() {
    this.card.removeAttribute('aria-busy');
  }

  failed(failure) {
    this.fill('查询失败', '没有得到结果', el('p', {class: 'problem', role: 'alert'}, failure.message));
  }

  /**
   * A place and what lies there.
   * @param {any} location answer of the lookup
   * @param {{layer: string, id: string, properties: any}[]} hits features under the click
   * @param {any} [chosen] the feature that was searched for, as GeoJSON with `layer`
   */
  showPlace(location, hits, chosen) {
    const grid = location.grid;
    const [kicker, title] = this.heading(grid, hits, chosen);
    const people = el('div', {class: 'people-slot'});
    this.fill(kicker, title,
      chosen && !CHAIN.includes(chosen.layer) ? codeLine(chosen.properties.code ?? chosen.id) : null,
      this.chain(location, chosen),
      this.notes(location),
      this.facts(location, chosen),
      people,
      this.hits(hits));
    if (grid && this.context.has('assignment')) {
      peopleOf(grid.code).then((section) => section && people.append(section)).catch(() => {});
    }
  }

  /** What the card is about: the chosen thing, the grid, or in a store without grids what lies there. */
  heading(grid, [hit], chosen) {
    if (chosen) {
      return [this.context.titleOf(chosen.layer), titleOf(chosen.properties, chosen.id)];
    }
    if (grid) {
      return [this.context.titleOf('grid'), grid.name || grid.code];
    }
    if (this.context.has('grid')) {
      return ['区域外', '不在任何网格内'];
    }
    return hit ? [this.context.titleOf(hit.layer), titleOf(hit.properties, hit.id)] : ['位置', '此处没有要素'];
  }

  chain(location, chosen) {
    const rows = CHAIN.filter((level) => location[level]).map((level) => this.division(level, location[level], chosen));
    if (location.community) {
      rows.push(this.division('community', location.community, chosen));
    }
    for (const dedicated of location.dedicated ?? []) {
      rows.push(this.division('dedicated_grid', dedicated, chosen));
    }
    return rows.length ? el('ol', {class: 'chain', 'aria-label': '所属'}, ...rows) : null;
  }

  division(level, {code, name}, chosen) {
    const current = chosen ? chosen.layer === level && chosen.properties.code === code : level === 'grid';
    return el('li', {class: current ? 'division current' : 'division', 'data-level': level},
      el('button', {class: 'division-name', type: 'button', title: '在地图上显示', onclick: () => this.context.onSelect(level, code)},
        this.context.swatchOf(level),
        el('span', {class: 'division-level'}, this.context.titleOf(level)),
        el('span', {class: 'division-title'}, name || code)),
      codeLine(code));
  }

  notes(location) {
    if (location.status === 'boundary') {
      return el('p', {class: 'note'}, `此点落在边界上，相邻：${(location.onBoundary ?? []).join('、')}`);
    }
    return null;
  }

  facts(location, chosen) {
    const {lon, lat} = location.position;
    const list = el('dl', {class: 'facts'});
    const add = (term, value) => list.append(el('dt', {}, term), el('dd', {}, value));
    if (location.edgeDistanceM !== null && location.edgeDistanceM !== undefined) {
      add(location.grid ? '距网格边界' : '距最近边界', metres(location.edgeDistanceM));
    }
    add('位置', `${lon.toFixed(6)}, ${lat.toFixed(6)}`);
    for (const [name, value] of own(chosen?.properties ?? {})) {
      add(name, value);
    }
    return list;
  }

  hits(hits) {
    if (!hits.length) {
      return null;
    }
    return el('section', {class: 'hits'},
      el('h3', {}, `此处要素 ${hits.length}`),
      el('ul', {}, ...hits.map((hit) => this.hit(hit))));
  }

  hit({layer, id, properties}) {
    const facts = own(properties);
    return el('li', {},
      el('details', {},
        el('summary', {}, this.context.swatchOf(layer), el('span', {class: 'hit-name'}, titleOf(properties, id)), el('span', {class: 'hit-layer'}, this.context.titleOf(layer))),
        el('dl', {class: 'facts'},
          ...(properties.code ? [el('dt', {}, '编码'), el('dd', {}, codeLine(properties.code))] : []),
          ...facts.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]))));
  }
}

/** @returns {[string, string][]} the source's own columns that have a value */
function own(properties) {
  return Object.entries(properties)
    .filter(([name, value]) => !SYSTEM.has(name) && value !== null && value !== undefined && value !== '')
    .map(([name, value]) => [name, String(value)]);
}

function titleOf(properties, id) {
  return properties.name || properties.code || String(id);
}

function metres(distance) {
  return distance >= 1000 ? `${(distance / 1000).toFixed(2)} 千米` : `${distance < 10 ? distance.toFixed(1) : Math.round(distance)} 米`;
}

function codeLine(code) {
  const button = el('button', {class: 'copy', type: 'button', 'aria-label': `复制编码 ${code}`, title: '复制编码', onclick: () => copy(String(code), button)}, icon(ICONS.copy));
  return el('span', {class: 'code-line'}, el('code', {class: 'code'}, code), button);
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text); // without https there is no clipboard
  }
  button.replaceChildren(icon(ICONS.done));
  button.classList.add('done');
  setTimeout(() => {
    button.replaceChildren(icon(ICONS.copy));
    button.classList.remove('done');
  }, 1500);
}

function copyBySelection(text) {
  const area = /** @type {HTMLTextAreaElement} */ (el('textarea', {class: 'offscreen'}));
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

/** Looks a place up; the features come from what is drawn there. */
export function lookup(lonLat, signal) {
  return api.locate(lonLat, signal);
}
