/** What to install for a pair: Debian's packages of Apertium data. */

/**
 * Pairs packaged in Debian 12, as the packages are named after `apertium-`; transitional names left out.
 * Some translate one way only, which shows once they are installed.
 */
const PAIRS = [
  ['af', 'nl', 'afr-nld'],
  ['an', 'ca', 'arg-cat'],
  ['be', 'ru', 'bel-rus'],
  ['br', 'fr', 'br-fr'],
  ['ca', 'it', 'cat-ita'],
  ['ca', 'sc', 'cat-srd'],
  ['da', 'no', 'dan-nor'],
  ['da', 'nb', 'dan-nor'],
  ['da', 'nn', 'dan-nor'],
  ['en', 'gl', 'en-gl'],
  ['en', 'ca', 'eng-cat'],
  ['en', 'es', 'eng-spa'],
  ['eo', 'ca', 'eo-ca'],
  ['eo', 'en', 'eo-en'],
  ['eo', 'es', 'eo-es'],
  ['eo', 'fr', 'eo-fr'],
  ['es', 'gl', 'es-gl'],
  ['es', 'pt', 'es-pt'],
  ['es', 'ro', 'es-ro'],
  ['eu', 'en', 'eu-en'],
  ['eu', 'es', 'eu-es'],
  ['fr', 'es', 'fr-es'],
  ['fr', 'ca', 'fra-cat'],
  ['fr', 'frp', 'fra-frp'],
  ['sh', 'en', 'hbs-eng'],
  ['sh', 'mk', 'hbs-mkd'],
  ['sh', 'sl', 'hbs-slv'],
  ['id', 'ms', 'ind-zlm'],
  ['is', 'en', 'isl-eng'],
  ['is', 'sv', 'isl-swe'],
  ['mk', 'bg', 'mkd-bul'],
  ['mk', 'en', 'mkd-eng'],
  ['nn', 'nb', 'nno-nob'],
  ['oc', 'ca', 'oc-ca'],
  ['oc', 'es', 'oc-es'],
  ['oc', 'fr', 'oci-fra'],
  ['pl', 'szl', 'pol-szl'],
  ['pt', 'ca', 'por-cat'],
  ['pt', 'gl', 'pt-gl'],
  ['ru', 'uk', 'rus-ukr'],
  ['es', 'an', 'spa-arg'],
  ['es', 'ast', 'spa-ast'],
  ['es', 'ca', 'spa-cat'],
  ['es', 'it', 'spa-ita'],
  ['sc', 'it', 'srd-ita'],
  ['sv', 'da', 'swe-dan'],
  ['sv', 'no', 'swe-nor'],
  ['sv', 'nb', 'swe-nor'],
  ['ur', 'hi', 'urd-hin'],
] as const;

/** The package that holds a pair of languages, or undefined where Debian has none. */
export function packageOf(from: string, to: string): string | undefined {
  const pair = PAIRS.find(([one, other]) => (one === from && other === to) || (one === to && other === from));
  return pair === undefined ? undefined : `apertium-${pair[2]}`;
}

/** Languages that lie between two, each with the packages that both halves need. */
export function pivotsOf(from: string, to: string): { via: string; packages: readonly string[] }[] {
  const languages = new Set<string>([...PAIRS.map(([one]) => one), ...PAIRS.map(([, other]) => other)]);
  return [...languages].flatMap((via) => {
    const first = packageOf(from, via);
    const second = packageOf(via, to);
    return first === undefined || second === undefined ? [] : [{ via, packages: [first, second] }];
  });
}

export const installCommand = (packages: readonly string[]): string => `apt-get install ${['apertium', ...packages].join(' ')}`;
