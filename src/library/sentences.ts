/** `dragoman/sentences`: text is cut into sentences, by the rules of its language and by SRX rules of one's own. */

export { readSrx, type Srx } from '../sentences/srx.ts';
export { sentences } from '../sentences.ts';
