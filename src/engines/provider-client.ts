/** The providers' own clients: optional dependencies, which only who uses one has to install. */

import { EngineError } from '../errors.ts';

/**
 * @param engine for the message
 * @param name of the package
 * @param load imports it: only when a text is to be sent
 * @throws EngineError `stopped` where it is not installed
 */
export async function providerClient<Module>(engine: string, name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException | null)?.code;
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw cause;
    throw new EngineError('stopped', `${engine}: its client ${name} is not installed`, { help: `Run: npm install ${name}`, cause });
  }
}
