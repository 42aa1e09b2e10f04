// Our service, run as a municipality runs it, on a free port of this machine.
import { spawn } from 'node:child_process';
import path from 'node:path';

import { program, root } from './madoguchi.mjs';

const patience = 30_000;

function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${patience / 1000} s`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * { address, stop }; stop() asks it to end with SIGTERM and gives { code, signal }. `tenant` is a municipality's
 * directory, `files` one with forms and pages as the source tree has them.
 */
export async function startService({ tenant = path.join(root, 'api/tenants/demonstration'), files = '' } = {}) {
  const service = spawn(program(), ['serve', '--port', '0', '--tenant', tenant], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: files ? { ...process.env, MADOGUCHI_ROOT: files } : process.env,
  });
  const ended = new Promise((resolve) => service.on('exit', (code, signal) => resolve({ code, signal })));
  let said = '';
  const opened = new Promise((resolve, reject) => {
    service.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const address = said.match(/http:\/\/\S+/)?.[0];
      if (address && said.endsWith('\n')) resolve(address);
    });
    service.on('error', reject);
    ended.then(({ code }) => reject(new Error(`the service ended with ${code} before it opened: ${said}`)));
  });
  const stop = () => {
    service.kill('SIGTERM');
    return within(ended, 'ending').catch((late) => {
      service.kill('SIGKILL');
      throw late;
    });
  };
  try {
    return { address: await within(opened, 'opening'), stop };
  } catch (failure) {
    service.kill('SIGKILL');
    throw failure;
  }
}
