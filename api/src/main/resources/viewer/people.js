/** Who is responsible for a grid, what for, and who stands in for whom: from the division's card. */
import {division} from './api.js';
import {el} from './dom.js';

/**
 * @param {string} gridCode
 * @returns {Promise<HTMLElement|null>} null if nobody is assigned
 */
export async function peopleOf(gridCode) {
  const {people} = await division('grid', gridCode);
  if (!people.length) {
    return null;
  }
  return el('section', {class: 'people'},
    el('h3', {}, '责任人员'),
    el('ul', {}, ...people.map(person)));
}

/** @param {{person: string, role: string|null, phone: string|null, matters: string[], standsInFor: any}} one */
function person({person, role, phone, matters, standsInFor}) {
  return el('li', {},
    el('span', {class: 'person'}, person),
    el('span', {class: 'role'}, role ?? ''),
    standsInFor && el('span', {class: 'substitute', title: `A岗：${standsInFor.person ?? standsInFor.code}`},
      `B岗，A岗 ${standsInFor.person ?? standsInFor.code}`),
    phone && el('span', {class: 'phone'}, phone),
    matters.length ? el('span', {class: 'matters'}, `责任事项：${matters.join('、')}`) : null);
}
