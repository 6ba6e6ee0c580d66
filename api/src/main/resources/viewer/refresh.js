/** Follows the server: says when the store has changed, and when the server cannot be reached. */
import {changeNumber} from './api.js';
import {byId} from './dom.js';
import {dismiss, notice} from './notices.js';

const EVERY_MS = 2500;

/** @param {(changeNumber: number) => Promise<void>} onChange called at each new number, not at the first */
export async function followChanges(onChange) {
  let known = null;
  for (;;) {
    if (!document.hidden) {
      try {
        const number = await changeNumber();
        dismiss('offline');
        byId('change').textContent = `变更 ${number}`;
        if (known !== null && number !== known) {
          await onChange(number); // where it fails, the next look tries again
        }
        known = number;
      } catch (failure) {
        notice(failure.status ? `服务器暂不可用：${failure.message}` : '无法连接服务器，正在重试…', {key: 'offline', kind: 'error', lasting: true});
      }
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
