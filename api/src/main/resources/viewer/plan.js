/** The planner's page: a plan beside today, coloured by deviation, with explanations and a table. */
import {byId, el} from './dom.js';
import * as api from './api.js';
import {notice} from './notices.js';
import {DivisionCard} from './plancard.js';
import {PlanMaps} from './planmap.js';
import {PlanTable} from './plantable.js';
import {colouring, segments} from './planwords.js';
import {chosenTheme, dressPage, offerOtherLight} from './theme.js';

const STATES = {DRAFT: '草案', SCHEDULED: '待生效', APPLIED: '已生效', UNDONE: '已撤销'};
const MODES = [['swipe', '卷帘'], ['side', '并排'], ['plan', '仅方案']];
const STAGES = [['plan', '方案'], ['today', '现状']];

/** More divisions than this are not drawn at once. */
const MOST_DIVISIONS = 20_000;
const MOST_STRETCHES = 200_000;

class Planner {
  constructor(theme, collections, plans) {
    this.plans = plans;
    this.maps = new PlanMaps(theme, collections, (hit) => this.explain(hit));
    this.table = new PlanTable((code) => this.choose(code, true));
    this.card = new DivisionCard({
      onChoose: (code, stage) => this.choose(code, true, stage),
      onClose: () => this.choose(null),
    });
    this.stage = 'plan';
    this.dark = Boolean(theme.dark);
    /** @type {Map<string, Promise<any[]>>} */
    this.loaded = new Map();
    this.asking = 0;
    byId('plans').replaceChildren(...plans.map((plan) => el('option', {value: plan.id}, nameOf(plan))));
    byId('plans').addEventListener('change', (event) => this.open(Number(event.target.value)));
    segments(byId('stages'), STAGES, this.stage, (stage) => {
      this.stage = stage;
      this.fillTable();
    });
    window.addEventListener('hashchange', () => this.follow());
  }

  /** Opens what the address asks for: `#plan/level/mode`. */
  async follow() {
    const [id, level, mode] = location.hash.slice(1).split('/');
    if (this.written === location.hash) {
      return;
    }
    const known = this.plans.find((plan) => plan.id === Number(id)) ?? this.plans[0];
    this.mode = MODES.some(([name]) => name === mode) ? mode : 'swipe';
    segments(byId('modes'), MODES, this.mode, (name) => this.setMode(name));
    this.maps.setMode(this.mode);
    await this.open(known.id, level);
  }

  setMode(mode) {
    this.mode = mode;
    this.maps.setMode(mode);
    this.writeLink();
  }

  writeLink() {
    this.written = `#${this.plan.id}/${this.level}/${this.mode}`;
    history.replaceState(null, '', this.written);
  }

  /** @param {number} id @param {string} [level] the lowest without it */
  async open(id, level) {
    await this.attempt(async () => {
      const plan = await api.json(`v1/plans/${id}`);
      const other = this.plan?.id !== plan.id;
      this.plan = plan;
      this.loaded.clear();
      byId('plans').value = String(id);
      const badge = byId('state');
      badge.hidden = false;
      badge.dataset.state = plan.state;
      badge.textContent = STATES[plan.state] ?? plan.state;
      if (plan.state === 'UNDONE') {
        throw new Error('此方案已撤销或作废，单元不再保存；请另选一个方案。');
      }
      const levels = plan.levels.map((one) => one.level);
      this.level = levels.includes(level) ? level : levels[levels.length - 1];
      segments(byId('levels'), plan.levels.map((one) => [one.level, one.title]), this.level, (name) => this.setLevel(name));
      const [before, after] = await Promise.all(['today', 'plan'].map((stage) => this.boundaries(stage)));
      this.maps.setBoundaries(before, after);
      await this.show();
      if (other) {
        this.maps.home();
      }
    });
  }

  setLevel(level) {
    this.level = level;
    this.card.hide();
    this.attempt(() => this.show());
  }

  async attempt(action) {
    try {
      await action();
    } catch (failure) {
      notice(`方案无法显示：${failure.message}`, {key: 'plan', kind: 'error', lasting: true});
      this.maps.ready();
    }
  }

  /** All stretches of boundary, page after page. */
  async boundaries(stage) {
    const features = [];
    let query = {stage};
    while (query && features.length < MOST_STRETCHES) {
      const page = await api.json(`v1/plans/${this.plan.id}/boundaries`, query);
      features.push(...page.features);
      const next = page.links.find((link) => link.rel === 'next');
      query = next && {stage, cursor: new URL(next.href).searchParams.get('cursor')};
    }
    return features;
  }

  /** All divisions of a level, page after page. */
  divisions(level, stage) {
    const key = `${level}/${stage}`;
    if (!this.loaded.has(key)) {
      this.loaded.set(key, this.pages(level, stage));
    }
    return this.loaded.get(key);
  }

  async pages(level, stage) {
    const features = [];
    let page;
    do {
      page = await api.json(`v1/plans/${this.plan.id}/divisions`, {level, stage, limit: 1000, cursor: features.length});
      features.push(...page.features);
    } while (features.length < Math.min(page.numberMatched, MOST_DIVISIONS) && page.features.length);
    if (page.numberMatched > MOST_DIVISIONS) {
      notice(`此层级有 ${page.numberMatched} 个单元，只显示前 ${MOST_DIVISIONS} 个。`, {key: 'many'});
    }
    return features;
  }

  async show() {
    const turn = ++this.asking;
    const [before, after] = await Promise.all([this.divisions(this.level, 'today'), this.divisions(this.level, 'plan')]);
    if (turn !== this.asking) {
      return;
    }
    this.units = {
      today: new Map(before.map((f) => [f.id, f.properties])),
      plan: new Map(after.map((f) => [f.id, f.properties])),
    };
    this.colours = colouring(this.plan, after, this.dark);
    this.maps.setDivisions(before, after, this.colours, this.plan.levels.map((one) => one.level), this.level);
    this.legend();
    this.summary();
    this.fillTable();
    this.writeLink();
  }

  fillTable() {
    const title = this.plan.levels.find((one) => one.level === this.level).title;
    byId('table-title').textContent = `${title}明细`;
    this.table.fill([...this.units[this.stage].values()], this.plan.figures, this.colours);
  }

  legend() {
    const at = this.plan.levels.findIndex((one) => one.level === this.level);
    byId('legend').replaceChildren(
      el('h2', {}, this.colours.title),
      el('ul', {class: 'scale-bar'}, ...this.colours.classes.map(({title, colour}) =>
        el('li', {}, swatch(colour), title))),
      el('ul', {class: 'lines'}, ...this.plan.levels.slice(0, at + 1).map((level, i) => {
        const line = el('i', {});
        line.style.borderTopWidth = `${this.maps.widthOf(i, at)}px`;
        line.style.borderTopColor = this.maps.edgeColour;
        return el('li', {}, line, `${level.title}界`);
      })));
  }

  summary() {
    const level = this.plan.levels.find((one) => one.level === this.level);
    const {plan, today} = level;
    const facts = plan
      ? [
        figure('最大偏差', percent(plan.worst), today && `现状 ${percent(today.worst)}`),
        figure('平均偏差', percent(plan.mean), today && `现状 ${percent(today.mean)}`),
        figure('边界长度', km(plan.boundaryM), today && `现状 ${km(today.boundaryM)}`),
      ]
      : [
        figure('新设', level.created, `${level.title}`),
        figure('调整', level.changed, `${level.title}`),
        figure('撤销', level.retired, `${level.title}`),
      ];
    const bounds = this.plan.certificates;
    byId('summary').replaceChildren(
      el('div', {class: 'headline'}, ...facts),
      bounds && el('p', {class: 'certificate'}, certificate(bounds)),
      plan && el('p', {class: 'certificate'},
        `${plan.divisions} 个${level.title}，平均负荷 ${count(plan.meanLoad)}，紧凑度 ${plan.compactness.toFixed(3)}` +
        (today ? `（现状 ${today.divisions} 个，${today.compactness.toFixed(3)}）` : '') + '。' +
        (this.plan.unsigned.length ? `待会签：${this.plan.unsigned.join('、')}。` : '会签齐全。')));
  }

  /** What was clicked: a stretch of boundary, or a division. */
  explain(hit) {
    if (!hit) {
      this.choose(null);
    } else if (hit.kind === 'boundary') {
      this.table.select(null);
      this.maps.select(hit.feature, hit.stage);
      this.card.showBoundary(hit.properties, this.sides(hit), this.colours);
    } else {
      this.choose(hit.properties.code, false, hit.stage);
    }
  }

  /** The divisions of the lowest level on the two sides, if that level is loaded. */
  sides(hit) {
    const units = this.units[hit.stage];
    return {stage: hit.stage, units: ['one', 'other'].map((side) => units.get(hit.properties[side]) ?? {code: hit.properties[side]})};
  }

  choose(code, zoom = false, stage = this.stage) {
    const unit = code && this.units?.[stage].get(code);
    if (!unit) {
      this.table.select(null);
      this.maps.select(null);
      this.card.hide();
      return;
    }
    this.maps.selectDivision(code, stage, zoom);
    this.table.select(stage === this.stage ? code : null);
    const other = this.units[stage === 'plan' ? 'today' : 'plan'].get(code);
    this.card.showDivision(unit, {stage, other, figures: this.plan.figures, colours: this.colours,
      title: this.plan.levels.find((one) => one.level === this.level).title});
  }
}

function nameOf(plan) {
  const day = new Date(plan.madeAt).toLocaleDateString('zh-CN', {timeZone: 'Asia/Shanghai'});
  const note = plan.note ? ` · ${plan.note.length > 60 ? `${plan.note.slice(0, 60)}…` : plan.note}` : '';
  return `${plan.kind === 'PLAN' ? '方案' : '调整'} ${plan.id} · ${day} · ${plan.author}${note}`;
}

function swatch(colour) {
  const i = el('i', {});
  i.style.background = colour;
  return i;
}

const percent = (share) => `${(100 * share).toFixed(2)} %`;
const km = (metres) => `${(metres / 1000).toFixed(1)} km`;
const count = (value) => Math.round(value).toLocaleString('zh-CN');

function figure(title, value, note) {
  return el('div', {class: 'figure'}, el('span', {}, title), el('b', {}, String(value)), el('span', {}, note || ' '));
}

function certificate(bounds) {
  const parts = [`均衡下限：任何方案的网格最大偏差不低于 ${percent(bounds.bound)}`];
  if (bounds.granularity > 0) {
    parts.push(`最重的街坊 ${bounds.heaviest} 相当于 ${bounds.heaviestShare.toFixed(2)} 个网格`);
  }
  if (bounds.regions > 1) {
    parts.push(`硬屏障分成 ${bounds.regions} 区，分配下限 ${percent(bounds.barriers)}`);
  }
  return `${parts.join('；')}。`;
}

async function main() {
  try {
    const known = await api.styles();
    const name = chosenTheme(known);
    const [theme, collections, answer] = await Promise.all([api.style(name), api.collections(), api.json('v1/plans', {limit: 200})]);
    dressPage(theme);
    offerOtherLight(theme, known);
    if (!answer.plans.length) {
      document.documentElement.dataset.map = 'idle';
      notice('库中还没有划分方案；先用 onemap plan new 生成一个草案，再打开本页。', {key: 'none', lasting: true});
      return;
    }
    const planner = new Planner(theme, collections, answer.plans);
    window.planner = {pixelOf: (lon, lat) => planner.maps.pixelOf(lon, lat)}; // for tests and the console
    await planner.follow();
  } catch (failure) {
    notice(`页面无法打开：${failure.message}`, {key: 'start', kind: 'error', lasting: true});
    document.documentElement.dataset.map = 'failed';
  }
}

main();
