/** Layers on and off, each with its part of the legend. */
import {byId, el, icon, ICONS, picture} from './dom.js';

export class LayerPanel {
  /**
   * @param {import('./layers.js').MapLayer[]} layers in the order of the list
   * @param {any} legend
   * @param {(id: string, visible: boolean) => void} onSwitch
   */
  constructor(layers, legend, onSwitch) {
    this.panel = byId('panel');
    this.toggle = byId('panel-toggle');
    this.onSwitch = onSwitch;
    const others = legend.layers.filter((group) => group.id === 'other');
    const named = new Map(legend.layers.map((group) => [group.id, group]));
    /** @type {Map<string, any>} */
    this.groups = new Map(layers.map((layer) => [layer.id, layer.other === undefined ? named.get(layer.id) : others[layer.other % others.length]]));
    /** @type {Map<string, {layer: any, row: HTMLElement, box: HTMLInputElement, note: HTMLElement}>} */
    this.rows = new Map();
    const list = el('ul', {class: 'layer-list'}, ...layers.map((layer) => this.row(layer)));
    this.panel.replaceChildren(
      el('header', {class: 'panel-head'},
        el('h2', {}, '图层与图例'),
        el('button', {class: 'icon-button', type: 'button', 'aria-label': '关闭图层与图例', onclick: () => this.open(false)}, icon(ICONS.close))),
      layers.length ? list : el('p', {class: 'quiet'}, '还没有图层；用 onemap import 导入数据。'),
    );
    this.toggle.addEventListener('click', () => this.open(this.panel.hidden));
    this.panel.addEventListener('keydown', (event) => event.key === 'Escape' && this.open(false));
  }

  row(layer) {
    const box = /** @type {HTMLInputElement} */ (el('input', {type: 'checkbox', class: 'switch', checked: layer.visible, onchange: () => this.onSwitch(layer.id, box.checked)}));
    const note = el('span', {class: 'zoom-note', hidden: true}, '放大后显示');
    const group = this.groups.get(layer.id);
    const entries = group?.entries ?? [];
    const single = entries.length === 1;
    const row = el('li', {class: 'layer', 'data-layer': layer.id},
      el('label', {class: 'layer-head'},
        single ? picture(entries[0].svg) : null,
        el('span', {class: 'layer-title'}, layer.title, note),
        group?.symbol ? symbol(group.symbol) : null,
        box),
      single || !entries.length ? null : el('ul', {class: 'legend'},
        ...entries.map((entry) => el('li', {}, picture(entry.svg), entry.title))));
    this.rows.set(layer.id, {layer, row, box, note});
    return row;
  }

  /** The small picture of a layer; null if the legend has none. */
  swatch(id) {
    const entry = this.groups.get(id)?.entries[0];
    return entry ? picture(entry.svg) : null;
  }

  open(open) {
    if (this.panel.hidden === open) {
      this.panel.hidden = !open;
      this.toggle.setAttribute('aria-expanded', String(open));
      document.body.classList.toggle('panel-open', open);
      if (!open) {
        this.toggle.focus({preventScroll: true});
      }
    }
  }

  /** Says which layers cannot be seen at this zoom, and which are on. */
  update(zoom) {
    for (const {layer, row, box, note} of this.rows.values()) {
      const drawn = zoom >= layer.minZoom - 0.5 && zoom < layer.maxZoom + 0.5;
      row.classList.toggle('out-of-range', !drawn);
      note.hidden = drawn;
      box.checked = layer.visible;
    }
  }
}

/** The small picture that stands for a layer. */
function symbol(svg) {
  const image = picture(svg);
  image.setAttribute('class', 'layer-symbol');
  return image;
}
