/** Who is responsible for a grid: rows of the layer `assignment` (person, role, division, dates). */
import {items, itemsWhere} from './api.js';
import {el} from './dom.js';

/** Under which of these columns a source keeps what; the first that has a value counts. */
const ROLE = ['role', '角色', '岗位', '职务', '人员类型', '任用角色'];
const PERSON = ['name', 'person', '姓名', '人员姓名', '人员'];
const PHONE = ['phone', '电话', '联系电话', '手机'];
const UNTIL = ['until', 'valid_until', '结束日期', '离任日期', '终止日期'];

const DIVISION = ['parent_code', '区划编码', '网格编码', '所属网格', 'division', 'division_code', 'grid_code'];

/** @type {Promise<string>|null} the column of the layer that names the division */
let divisionColumn = null;

/** The leader stands first. */
const ORDER = ['网格长', '专职'];

function first(properties, columns) {
  const column = columns.find((name) => properties[name] !== null && properties[name] !== undefined && properties[name] !== '');
  return column ? String(properties[column]) : '';
}

/**
 * @param {string} gridCode
 * @returns {Promise<HTMLElement|null>} null if nobody is assigned
 */
export async function peopleOf(gridCode) {
  const today = new Date().toLocaleDateString('sv-SE', {timeZone: 'Asia/Shanghai'});
  divisionColumn ??= findDivisionColumn();
  const column = await divisionColumn;
  if (!column) {
    return null;
  }
  const answer = await itemsWhere('assignment', column, gridCode, 50);
  const people = answer.features
    .map(({properties}) => ({
      role: first(properties, ROLE),
      person: first(properties, PERSON),
      phone: first(properties, PHONE),
      until: first(properties, UNTIL),
    }))
    .filter(({person, until}) => person && (!until || until > today))
    .sort((a, b) => rank(a.role) - rank(b.role));
  if (!people.length) {
    return null;
  }
  return el('section', {class: 'people'},
    el('h3', {}, '责任人员'),
    el('ul', {}, ...people.map(({role, person, phone}) =>
      el('li', {}, el('span', {class: 'person'}, person), el('span', {class: 'role'}, role), phone && el('span', {class: 'phone'}, phone)))));
}

async function findDivisionColumn() {
  const [example] = (await items('assignment', 1)).features;
  return example ? (DIVISION.find((name) => example.properties[name]) ?? '') : '';
}

function rank(role) {
  const place = ORDER.findIndex((known) => role.includes(known));
  return place < 0 ? ORDER.length : place;
}
