/** The table of divisions: sorted by any column, a row is a button that shows its division. */
import {byId, el} from './dom.js';
import {chip} from './planwords.js';

/** More rows than this make a browser slow; sorting decides which are shown. */
const MOST_ROWS = 2_000;

const collator = new Intl.Collator('zh-CN', {numeric: true});

export class PlanTable {
  /** @param {(code: string) => void} onChoose */
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.sorted = {column: 'deviation', down: true};
    this.root = byId('table');
    this.selected = null;
  }

  /** @param {any[]} units @param {{name: string, title: string}[]} figures @param {any} colours */
  fill(units, figures, colours) {
    const loads = units.some((unit) => unit.deviation !== undefined);
    this.units = units;
    this.colours = colours;
    this.columns = [
      {id: 'name', title: '名称与编码', value: (unit) => unit.name || unit.code},
      ...(loads ? [
        {id: 'deviation', title: '偏差', value: (unit) => Math.abs(unit.deviation ?? 0), cell: (unit) => chip(unit, this.colours)},
        {id: 'load', title: '负荷', value: (unit) => unit.load, number: true},
      ] : [{id: 'change', title: '变更', value: (unit) => unit.change, cell: (unit) => FATE[unit.change] ?? unit.change}]),
      ...figures.map(({name, title}) => ({id: name, title, value: (unit) => unit[name], number: true})),
    ].filter((column, i, all) => !(column.id === 'load' && sameAsOnlyFigure(units, figures)));
    if (!this.columns.some(({id}) => id === this.sorted.column)) {
      this.sorted = {column: this.columns[1].id, down: true};
    }
    this.draw();
  }

  draw() {
    const column = this.columns.find(({id}) => id === this.sorted.column);
    const direction = this.sorted.down ? -1 : 1;
    const rows = [...this.units].sort((a, b) => {
      const [x, y] = [column.value(a), column.value(b)];
      const order = typeof x === 'string' ? collator.compare(x, y) : (x ?? -Infinity) - (y ?? -Infinity);
      return direction * order || collator.compare(a.code, b.code);
    });
    const table = el('table', {'aria-rowcount': rows.length},
      el('thead', {}, el('tr', {}, ...this.columns.map((one) => this.head(one)))),
      el('tbody', {}, ...rows.slice(0, MOST_ROWS).map((unit) => this.row(unit))));
    this.root.replaceChildren(table, ...(rows.length > MOST_ROWS ? [el('p', {class: 'quiet'}, `共 ${rows.length} 个，显示前 ${MOST_ROWS} 个。`)] : []));
    this.mark(false);
  }

  head(column) {
    const on = column.id === this.sorted.column;
    const sort = on ? (this.sorted.down ? 'descending' : 'ascending') : 'none';
    return el('th', {scope: 'col', 'aria-sort': sort, 'data-column': column.id},
      el('button', {type: 'button', onclick: () => this.sort(column.id)}, column.title));
  }

  sort(id) {
    const same = this.sorted.column === id;
    this.sorted = {column: id, down: same ? !this.sorted.down : id !== 'name'};
    this.draw();
    this.root.querySelector(`th[data-column="${id}"] button`)?.focus();
  }

  row(unit) {
    const choose = () => this.onChoose(unit.code);
    return el('tr', {tabindex: '0', 'data-code': unit.code, 'aria-selected': 'false', onclick: choose,
      onkeydown: (event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          choose();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          const row = event.currentTarget;
          (event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling)?.focus();
        }
      }},
    el('td', {class: 'unit'}, el('b', {}, unit.name || unit.code), el('span', {class: 'code'}, unit.code)),
    ...this.columns.slice(1).map((column) => el('td', {}, column.cell ? column.cell(unit) : number(column.value(unit)))));
  }

  /** @param {string|null} code */
  select(code) {
    this.selected = code;
    this.mark(true);
  }

  mark(scroll) {
    this.root.querySelectorAll('tr[aria-selected="true"]').forEach((row) => row.setAttribute('aria-selected', 'false'));
    const row = this.selected && this.root.querySelector(`tr[data-code="${CSS.escape(this.selected)}"]`);
    if (row) {
      row.setAttribute('aria-selected', 'true');
      if (scroll) {
        row.scrollIntoView({block: 'nearest'});
      }
    }
  }
}

const FATE = {created: '新设', changed: '调整', kept: '调整', retired: '撤销', unchanged: '不变'};

const number = (value) => (value === undefined || value === null ? '—' : Math.round(value).toLocaleString('zh-CN'));

/** Where one figure alone is the load, it need not be said twice. */
function sameAsOnlyFigure(units, figures) {
  return figures.length > 0 && figures.some(({name}) => units.every((unit) => unit.load === unit[name]));
}
