/** Search by code or name: suggestions while typing, arrow keys, Enter. */
import * as api from './api.js';
import {byId, el} from './dom.js';
import {notice} from './notices.js';

const WAIT_MS = 180;
const MOST = 8;

export class Search {
  /**
   * @param {(suggestion: {layer: string, id: string, bbox?: number[]}) => void} onChoose
   */
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.input = /** @type {HTMLInputElement} */ (byId('search-text'));
    this.list = byId('search-list');
    this.clear = byId('search-clear');
    /** @type {any[]} */
    this.found = [];
    this.active = -1;
    this.timer = 0;
    this.asking = new AbortController();
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('focus', () => this.found.length && this.show(true));
    byId('search').addEventListener('submit', (event) => {
      event.preventDefault();
      this.enter();
    });
    this.clear.addEventListener('click', () => this.reset());
    document.addEventListener('pointerdown', (event) => !byId('search').contains(/** @type {Node} */ (event.target)) && this.show(false));
  }

  typed() {
    clearTimeout(this.timer);
    this.clear.hidden = this.input.value === '';
    this.timer = setTimeout(() => this.ask(), WAIT_MS);
  }

  async ask() {
    const text = this.input.value.trim();
    this.asking.abort();
    if (!text) {
      this.fill([]);
      this.show(false);
      return;
    }
    this.asking = new AbortController();
    const {signal} = this.asking;
    try {
      const answer = await api.suggest(text, MOST, signal);
      this.fill(answer.items);
      this.show(true);
    } catch (failure) {
      if (!signal.aborted) {
        notice(`搜索失败：${failure.message}`, {key: 'search', kind: 'error'});
      }
    }
  }

  fill(found) {
    this.found = found;
    this.active = -1;
    this.input.removeAttribute('aria-activedescendant');
    const options = found.map((suggestion, i) =>
      el('li', {id: `suggestion-${i}`, role: 'option', 'aria-selected': 'false', onclick: () => this.choose(i)},
        el('span', {class: 'suggestion-name'}, suggestion.name || suggestion.code || suggestion.id),
        el('span', {class: 'suggestion-layer'}, suggestion.title),
        el('span', {class: 'suggestion-code'}, suggestion.code ?? '')));
    this.list.replaceChildren(...(options.length ? options : [el('li', {class: 'quiet', role: 'presentation'}, '没有找到')]));
  }

  show(open) {
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
  }

  key(event) {
    if (event.key === 'Escape') {
      this.show(false);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && this.found.length) {
      event.preventDefault();
      this.show(true);
      this.mark((this.active + (event.key === 'ArrowDown' ? 1 : -1) + this.found.length) % this.found.length);
    }
  }

  mark(index) {
    this.active = index;
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    this.input.setAttribute('aria-activedescendant', `suggestion-${index}`);
    this.list.children[index].scrollIntoView({block: 'nearest'});
  }

  /** Enter takes the marked suggestion, else the first; one that is still asked for is waited for. */
  async enter() {
    clearTimeout(this.timer);
    if (this.active < 0) {
      await this.ask();
    }
    if (this.found.length) {
      this.choose(Math.max(this.active, 0));
    }
  }

  choose(index) {
    const suggestion = this.found[index];
    this.input.value = suggestion.name || suggestion.code || suggestion.id;
    this.clear.hidden = false;
    this.show(false);
    this.input.blur();
    this.onChoose({layer: suggestion.layer, id: suggestion.id, bbox: suggestion.bbox});
  }

  reset() {
    this.input.value = '';
    this.typed();
    this.input.focus();
  }
}
