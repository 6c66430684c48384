/** The languages that have data, by their tag. */

import { compile, type Rules, type SentenceLanguage } from './language.ts';
import { ar } from './languages/ar.ts';
import { be } from './languages/be.ts';
import { bg } from './languages/bg.ts';
import { ca } from './languages/ca.ts';
import { cs } from './languages/cs.ts';
import { da } from './languages/da.ts';
import { de } from './languages/de.ts';
import { el } from './languages/el.ts';
import { en } from './languages/en.ts';
import { es } from './languages/es.ts';
import { et } from './languages/et.ts';
import { everywhere } from './languages/everywhere.ts';
import { fa } from './languages/fa.ts';
import { fi } from './languages/fi.ts';
import { fr } from './languages/fr.ts';
import { he } from './languages/he.ts';
import { hi } from './languages/hi.ts';
import { hr } from './languages/hr.ts';
import { hu } from './languages/hu.ts';
import { hy } from './languages/hy.ts';
import { id } from './languages/id.ts';
import { it } from './languages/it.ts';
import { ja } from './languages/ja.ts';
import { kk } from './languages/kk.ts';
import { ko } from './languages/ko.ts';
import { lt } from './languages/lt.ts';
import { lv } from './languages/lv.ts';
import { ml } from './languages/ml.ts';
import { mr } from './languages/mr.ts';
import { nb } from './languages/nb.ts';
import { nl } from './languages/nl.ts';
import { pl } from './languages/pl.ts';
import { pt } from './languages/pt.ts';
import { ro } from './languages/ro.ts';
import { ru } from './languages/ru.ts';
import { sk } from './languages/sk.ts';
import { sl } from './languages/sl.ts';
import { sr } from './languages/sr.ts';
import { sv } from './languages/sv.ts';
import { tr } from './languages/tr.ts';
import { uk } from './languages/uk.ts';
import { ur } from './languages/ur.ts';
import { vi } from './languages/vi.ts';
import { zh } from './languages/zh.ts';

const LANGUAGES: Readonly<Record<string, SentenceLanguage>> = {
  ar,
  be,
  bg,
  ca,
  cs,
  da,
  de,
  el,
  en,
  es,
  et,
  fa,
  fi,
  fr,
  he,
  hi,
  hr,
  hu,
  hy,
  id,
  it,
  ja,
  kk,
  ko,
  lt,
  lv,
  ml,
  mr,
  nb,
  nl,
  pl,
  pt,
  ro,
  ru,
  sk,
  sl,
  sr,
  sv,
  tr,
  uk,
  ur,
  vi,
  zh,
};

/** Languages that share the data of another. */
const SAME: Readonly<Record<string, string>> = {
  no: 'nb',
  nn: 'nb',
  bs: 'hr',
  sh: 'sr',
  gl: 'es',
  ne: 'mr',
  iw: 'he',
  ms: 'id',
  yue: 'zh',
};

const compiled = new Map<string, Rules>();

/** The rules for a locale; those common to all where its language has no data. */
export function sentenceRules(locale: string): Rules {
  const known = compiled.get(locale);
  if (known !== undefined) return known;
  const tag = locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
  const rules = compile(everywhere, LANGUAGES[SAME[tag] ?? tag] ?? {});
  compiled.set(locale, rules);
  return rules;
}
