/** `dragoman store`: what the owner of a shared database does with it. */

import { KnownError } from '../errors.ts';
import { openProject } from '../project/project.ts';
import { sharedStore, storeFromEnvironment } from '../session/open-store.ts';
import { exportLedger, initStore, migrateStore, pruneStore, type SchemaVersions, storeState } from '../store/postgres/administration.ts';
import { type CommandContext, type RunCommand, text } from './command.ts';
import { exit } from './exit.ts';
import { countOf } from './whole-number.ts';

const DAYS = 7;

/** @throws KnownError where no database is named */
function addressIn(context: CommandContext): string {
  // The owner may be on a machine without a checkout.
  const url = storeFromEnvironment(context.env) ?? sharedStore(openProject(context.cwd, context.config).config, context.env)?.url;
  if (url !== undefined) return url;
  throw new KnownError('No database is named', {
    expected: '"store" in the configuration, or DRAGOMAN_STORE in the environment',
    got: 'neither',
    help: 'DRAGOMAN_STORE=postgres://host/database dragoman store init',
  });
}

function tellVersions({ from, to }: SchemaVersions, context: CommandContext): void {
  if (context.json) context.print({ type: 'summary', from, to });
  else context.print(from === to ? `The schema is of version ${to} already.` : `The schema is of version ${to} now; it was of ${from}.`);
}

export const runStoreInit: RunCommand = async (_args, options, context) => {
  const roles = (text(options.grant) ?? '').split(',').filter((role) => role !== '');
  tellVersions(await initStore(addressIn(context), roles, countOf(options, 'characters-per-day')), context);
  return exit.done;
};

export const runStoreMigrate: RunCommand = async (_args, _options, context) => {
  tellVersions(await migrateStore(addressIn(context)), context);
  return exit.done;
};

export const runStoreCheck: RunCommand = async (_args, _options, context) => {
  const { faults, ...state } = await storeState(addressIn(context));
  if (context.json) context.print({ type: 'summary', ...state, faults });
  else {
    context.print(`PostgreSQL ${state.server}, schema ${state.version}, ${Math.round(state.megabytes)} MB`);
    context.print(`workers alive ${state.workers}, requests on the wire ${state.sent}, answers kept ${state.answers}`);
    for (const fault of faults) context.print(`! ${fault}`);
  }
  return faults.length > 0 ? exit.findings : exit.done;
};

export const runStorePrune: RunCommand = async (_args, options, context) => {
  const removed = await pruneStore(addressIn(context), countOf(options, 'days') ?? DAYS);
  if (context.json) context.print({ type: 'summary', ...removed });
  else
    context.print(`Forgotten: ${removed.answers} answers, ${removed.claims} claims, ${removed.workers} workers. The ledger is as it was.`);
  return exit.done;
};

export const runStoreExport: RunCommand = async (_args, _options, context) => {
  let requests = 0;
  await exportLedger(addressIn(context), (request) => {
    requests++;
    context.print(JSON.stringify({ type: 'request', ...request }));
  });
  if (context.json) context.print({ type: 'summary', requests });
  return exit.done;
};
