/** Why is it so? A card for a stretch of boundary or for a division. */
import {byId, el, icon, ICONS} from './dom.js';
import {chip, signed} from './planwords.js';

const FATES = {created: '本方案新设', changed: '本方案调整', kept: '沿用编码，范围或属性调整', retired: '本方案撤销', unchanged: '不变'};

export class DivisionCard {
  /** @param {{onChoose: (code: string, stage: string) => void, onClose: () => void}} context */
  constructor(context) {
    this.context = context;
    this.card = byId('card');
    this.card.addEventListener('keydown', (event) => event.key === 'Escape' && context.onClose());
    document.addEventListener('keydown', (event) => event.key === 'Escape' && !this.card.hidden && context.onClose());
  }

  hide() {
    this.card.hidden = true;
  }

  fill(kicker, title, ...children) {
    this.card.replaceChildren(
      el('header', {class: 'card-head'},
        el('div', {}, el('p', {class: 'kicker'}, kicker), el('h2', {id: 'card-title'}, title)),
        el('button', {class: 'icon-button', type: 'button', 'aria-label': '关闭', onclick: () => this.context.onClose()}, icon(ICONS.close))),
      ...children.filter(Boolean));
    this.card.hidden = false;
    this.card.scrollTop = 0;
  }

  /**
   * @param {any} piece properties of the stretch
   * @param {{stage: string, units: any[]}} sides the divisions on both sides
   */
  showBoundary(piece, {stage, units}, colours) {
    const flip = units.map((unit) => unit.alternative)
      .find((one) => one && units.some((u) => u.code === one.from) && units.some((u) => u.code === one.to));
    this.fill(`${stage === 'plan' ? '方案' : '现状'} · ${piece.title}`, piece.roadName || piece.roadClass || '无实地界线',
      el('p', {class: 'lede'}, piece.why),
      el('dl', {class: 'facts'},
        ...fact('道路等级', piece.roadClass ?? '—'),
        ...fact('路段编码', piece.segment ?? '—'),
        ...fact('此段长度', `${Math.round(piece.lengthM).toLocaleString('zh-CN')} m`)),
      el('h3', {}, '两侧网格'),
      el('div', {class: 'sides'}, ...units.map((unit) => el('button', {type: 'button', onclick: () => this.context.onChoose(unit.code, stage)},
        el('span', {class: 'side-name'}, unit.name || unit.code),
        unit.name ? el('span', {class: 'code'}, unit.code) : null,
        unit.deviation === undefined ? null : el('span', {class: 'value'}, chip(unit, colours))))),
      flip && el('p', {class: 'note'}, explainFlip(flip)));
  }

  showDivision(unit, {stage, other, figures, colours, title}) {
    this.fill(`${stage === 'plan' ? '方案' : '现状'} · ${title}`, unit.name || unit.code,
      el('p', {class: 'code'}, unit.code),
      el('dl', {class: 'facts'},
        ...fact('变更', FATES[unit.change] ?? unit.change),
        ...(unit.deviation === undefined ? [] : [
          ...fact('负荷偏差', chip(unit, colours)),
          ...(other?.deviation === undefined ? [] : fact(stage === 'plan' ? '同编码现状偏差' : '同编码方案偏差', signed(other.deviation))),
          ...fact('综合负荷', Math.round(unit.load).toLocaleString('zh-CN')),
        ]),
        ...figures.filter(({name}) => unit[name] !== undefined)
          .flatMap(({name, title: word}) => fact(word, Math.round(unit[name]).toLocaleString('zh-CN'))),
        ...(unit.binding ? fact('制约因素', unit.binding) : [])),
      unit.alternative && el('p', {class: 'note'}, explainFlip(unit.alternative)));
  }
}

function fact(name, value) {
  return [el('dt', {}, name), el('dd', {}, value)];
}

/** The best change by one block, and why it was not made. */
function explainFlip(flip) {
  const better = flip.worstAfter < flip.worstBefore;
  return `最优单块调整：街坊 ${flip.block} 由 …${flip.from.slice(-6)} 调入 …${flip.to.slice(-6)}，两者最大偏差 ` +
    `${(100 * flip.worstBefore).toFixed(2)} % → ${(100 * flip.worstAfter).toFixed(2)} %，边界代价 ` +
    `${flip.boundaryM >= 0 ? '+' : '−'}${Math.abs(Math.round(flip.boundaryM))} m。` +
    (better ? '负荷更匀，但边界更差。' : '偏差会变大，故未采用。');
}
