/** One journey in Debian's Neovim, headless, with its own language client. */

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { checkout } from '../support/checkout.ts';
import { inProcess } from '../support/program.ts';

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;
if (!hasNeovim) console.warn('Neovim is not installed (scripts/setup neovim): its journey is skipped.');

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** Opens the edition, waits for what the server finds, goes to the source's sentence, comes back, and uses the glossary's form. */
const journey = (command: readonly string[]) => `
local function write(name, value) vim.fn.writefile({ vim.json.encode(value) }, name) end
vim.cmd('edit articles/es/a.md')
vim.lsp.start_client({ name = 'dragoman', cmd = ${lua(command)}, root_dir = vim.fn.getcwd(),
  on_init = function(client) vim.lsp.buf_attach_client(0, client.id) end })
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local found = vim.diagnostic.get(0)
write('found.json', vim.tbl_map(function(one) return { one.code, one.lnum, one.source } end, found))
vim.api.nvim_win_set_cursor(0, { found[1].lnum + 1, found[1].col })
local at = vim.lsp.util.make_position_params()
local there = vim.lsp.buf_request_sync(0, 'textDocument/definition', at, 30000)[1].result[1]
write('there.json', { vim.fn.fnamemodify(vim.uri_to_fname(there.uri), ':.'), there.range.start.line })
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = { found[1].user_data.lsp } }
params.context.diagnostics = vim.tbl_map(function(one)
  return { range = params.range, message = one.message, code = one.code, data = one.user_data.lsp.data }
end, found)
local actions = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 30000)[1].result
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
vim.cmd('write')
vim.cmd('qall!')
`;

const lua = (words: readonly string[]) => `{ ${words.map((word) => JSON.stringify(word)).join(', ')} }`;

test.skipIf(!hasNeovim)('Neovim shows a finding, goes to the source, and puts the term right', async () => {
  const project = checkout({
    'articles/en/a.md': '---\ntitle: News\n---\n\nThe harbour office opens on Monday.\n',
    'locales/es/glossary.csv': 'source,target,variants\nharbour office,Autoridad Portuaria,Oficina del Puerto\n',
  });
  const run = inProcess(project.root);
  await run('translate');
  project.write('articles/es/a.md', '---\ntitle: Noticias\n---\n\nLa Oficina del Puerto abre el lunes.\n');
  await run('translate');
  project.write('journey.lua', journey([process.execPath, MAIN, 'lsp', '--stdio']));
  const done = spawnSync('nvim', ['--headless', '--clean', '-c', 'luafile journey.lua'], {
    cwd: project.root,
    encoding: 'utf8',
    timeout: 120_000,
  });
  expect(done.status, done.stderr).toBe(0);
  expect(JSON.parse(project.read('found.json'))).toEqual([['terms', 4, 'dragoman']]);
  expect(JSON.parse(project.read('there.json'))).toEqual(['articles/en/a.md', 4]);
  expect(project.read('articles/es/a.md')).toContain('La Autoridad Portuaria abre el lunes.');
});
