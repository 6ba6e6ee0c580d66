/** Words, colours and small controls of the planner's page. */
import {el} from './dom.js';

/** What becomes of a division, where no loads are known. */
const FATES = [
  {key: 'created', title: '新设', colour: '#8fc7a6', nightColour: '#2f7a54'},
  {key: 'changed', title: '调整', colour: '#f4cf8a', nightColour: '#8a6a25'},
  {key: 'kept', title: '调整', colour: '#f4cf8a', nightColour: '#8a6a25'},
  {key: 'retired', title: '撤销', colour: '#eaa79b', nightColour: '#8f4338'},
  {key: 'unchanged', title: '不变', colour: '#eceff2', nightColour: '#27364b'},
];

/**
 * How divisions are coloured: by the deviation of their load as the service classes it, or by what becomes of them in a plan
 * without loads.
 * @param {any} plan answer of `/v1/plans/{id}`
 * @param {any[]} features the divisions of the plan
 * @param {boolean} dark
 */
export function colouring(plan, features, dark) {
  const tone = (one) => (dark ? one.nightColour : one.colour);
  if (features.some((f) => f.properties.deviation !== undefined)) {
    const classes = plan.deviationClasses.map((one) => ({...one, colour: tone(one)}));
    const of = ({deviation}) =>
      deviation === undefined ? 'transparent' : (classes.find(({below}) => below === null || deviation < below)).colour;
    return {title: '负荷偏差（相对目标值）', classes, of};
  }
  const byKey = new Map(FATES.map((one) => [one.key, tone(one)]));
  const classes = FATES.filter((one) => one.key !== 'kept').map((one) => ({...one, colour: tone(one)}));
  return {title: '单元变更', classes, of: ({change}) => byKey.get(change) ?? 'transparent'};
}

/** Black or white, whichever can be read on a colour. */
export function inkOn(colour) {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) {
    return 'inherit';
  }
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.22 ? '#1d2733' : '#ffffff';
}

/** A deviation as readers expect it, with a true minus. */
export function signed(share) {
  if (share === undefined || share === null) {
    return '—';
  }
  return `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(2)} %`;
}

/** A deviation on its colour. */
export function chip(unit, colours) {
  const colour = colours.of(unit);
  const element = el('span', {class: 'chip'}, signed(unit.deviation));
  if (unit.deviation !== undefined) {
    element.style.background = colour;
    element.style.color = inkOn(colour);
  }
  return element;
}

/**
 * One of several, as buttons in a row; arrows move, as in every radio group.
 * @param {HTMLElement} group
 * @param {string[][]} choices value and title
 * @param {string} chosen
 * @param {(value: string) => void} onChoose
 */
export function segments(group, choices, chosen, onChoose) {
  const buttons = choices.map(([value, title]) =>
    el('button', {type: 'button', role: 'radio', 'data-value': value, onclick: () => pick(value)}, title));
  const mark = (value) => buttons.forEach((button) => {
    const on = button.dataset.value === value;
    button.setAttribute('aria-checked', String(on));
    button.tabIndex = on ? 0 : -1;
  });
  const pick = (value) => {
    mark(value);
    onChoose(value);
  };
  group.replaceChildren(...buttons);
  group.onkeydown = (event) => {
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (step) {
      event.preventDefault();
      const at = buttons.findIndex((button) => button.getAttribute('aria-checked') === 'true');
      const next = buttons[(at + step + buttons.length) % buttons.length];
      next.focus();
      pick(next.dataset.value);
    }
  };
  mark(chosen);
}
