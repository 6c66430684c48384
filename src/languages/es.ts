import type { Language } from './language.ts';

/** Spanish. */
export const language: Language = {
  doubles: 'muy casi ya poco no sí',
  neighbours: ['pt', 'ca'],
  sureWords: `
    y los las dijo pero después sus fue años cuando personas había todo según año muy comentó policía equipo también norte hasta vez
    pasado millones ahora mientras sido él sábado puede así embargo hizo hombre afirmó aunque semana viernes aún miembros esto estaba hay
    tras mujer mañana algunos podría hacia muerte además tiempo tenemos lugar tiene hecho estos ayuda ella ellos ellas nosotros nuestro
    nuestra nuestros nuestras usted ustedes quien quienes cuyo cuya donde dónde cuándo cuáles otro otra otros otras mucho mucha muchos
    muchas nadie alguien ninguno ninguna sino luego siempre hoy ayer entonces allí ahí aquí sólo mejor peor siete ocho nueve diez dicho
    tenía tienen deben hace hacen habían están estuvo fueron haber hacer decir cómo qué bajo cuatro ya días día niños niño niña gobierno
    ciudad trabajo juego juegos jugadores hijo hijos hija mujeres hombres noche semanas millón calle muerto muertos veces misma
    mismo mismos mismas ningún algún algunas alguno cualquier cualquiera jamás quizá quizás debe debía pueden podía podrán quiere quieren
    puesto llegó llegar llevar dejar mejores peores mayores nuevo nuevos viejo buena bueno buenos pequeño pequeña derecho
    derechos izquierda derecha acuerdo dólares jueves miércoles martes lunes enero febrero junio julio septiembre noviembre diciembre eran
    anunció señaló explicó añadió aseguró informó`,
  letters: { own: /[ñ¿¡]/giu },
  openingMarks: 'always',
  length: { ratio: 1.15, spread: 1 },
  sentences: {
    joins: `
    excmo excma excmos ilmo ilma ud uds vd vds
    sr sra sres sras srta srtas d dª dña dr dra dres dras prof profa lic lcda lcdo ing arq abg abog mons hno hna sto sta gral cnel cap tte sgto alm pdte pdta min secr
    av avda avd c/ ctra pza pl pº urb edif dpto depto prov
    p.ej ej p.e vg v.gr cf cfr vid cit op.cit ed eds trad dir coord comp pról vs aprox máx mín incl excl resp ref admón adm gob
     ingl gr ruso`,
    numbers:
      'ene feb mar abr may jun jul ago sep sept set oct nov dic n nº no núm núms nro nros p pp pág págs vol vols t fig figs art arts cap caps tab tel tfno tfnos teléf fax km cm mm kg mg ml ha min seg hab apdo aptdo § párr ap ed exp',
    may: 'gen col ave s.a s.l s.a.u s.r.l s.a.de.c.v ltda cía inc jr a.c d.c a.de.c d.de.c ph.d u.s.a n.b p.d r.d m.n d.f i.a u.e',
    times: 'a.m p.m hs hrs h',
    ends: 'etc ee.uu rr.hh ff.aa ff.cc cc.oo cc.aa jj.oo aa.vv',
    starters: `
    el la los las lo un una unos unas este esta estos estas esto ese esa esos esas eso aquel aquella él ella ellos ellas nosotros nosotras ustedes usted yo tú su sus nuestro nuestra mi mis ningún ninguna ninguno todos todas todo toda cada muchos muchas algunos algunas otros otras otro otra ambos varios
    y e pero o u sin embargo no sí también tampoco además asimismo así entonces luego después antes finalmente mientras cuando si como porque aunque pues según
    a al en de del con por para sobre bajo entre hacia hasta desde contra durante tras ante mediante
    que qué quién quiénes quien dónde donde cómo cuánto cuándo cuál cuáles es son era eran fue fueron ha han había hay puede pueden debe está están estaba se le les me te nos
    aquí allí ayer hoy mañana ahora ya aún todavía solo sólo quizá quizás tal más menos muy tan`,
    openers: 'a en el desde hasta después antes durante hacia sobre tras',
    continues: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  },
  /** Spanish: plural with moving accents, feminine of persons and adjectives. */
  terms: {
    alphabet: 'Latn',
    // Nueva gramática de la lengua española, 3.2 to 3.4: what ends in a consonant that Spanish words do not end in is foreign, and so is -y behind a consonant.
    plural: {
      of: 'each',
      rules: [
        [/(?<=[aeou])y$/, 'yes'],
        [/z$/, 'ces'],
        [/á([ns])$/, 'a$1es'],
        [/é([ns])$/, 'e$1es'],
        [/í([ns])$/, 'i$1es'],
        [/ó([ns])$/, 'o$1es'],
        [/ú([ns])$/, 'u$1es'],
        [/a([^aeiouáéíóú]+[aei]n)$/, 'á$1es'],
        [/e([^aeiouáéíóú]+[aei]n)$/, 'é$1es'],
        [/i([^aeiouáéíóú]+[aei]n)$/, 'í$1es'],
        [/o([^aeiouáéíóú]+[aei]n)$/, 'ó$1es'],
        [/u([^aeiouáéíóú]+[aei]n)$/, 'ú$1es'],
        [/(?<=[sx])$/, ''],
        [/(?<=[íú])$/, 'es'],
        [/(?<=[aeiouáéíóúü][lrndj]|ch)$/, 'es'],
        [/$/, 's'],
      ],
    },
    classes: [
      { ends: /(?<=[aeiouáéíóúy])$/, endings: 's' },
      { ends: /(?<=[^áéíóú][^aeiouáéíóúyz]|[aeiou]y)$/, endings: 'es' },
      { ends: /(?<=[aeo]ís|^.{1,2}[íú][ns])$/, endings: 'es' },
      { ends: /(?<=[íú])$/, endings: 'es', only: 'common' },
      { ends: /(?<=[^aeiouáéíóú])$/, endings: 's', only: 'common' },
      { ends: /z$/, stem: 'c', endings: 'es' },
      { ends: /á([ns])$/, stem: 'a$1', endings: 'es a as', only: 'common' },
      { ends: /é([ns])$/, stem: 'e$1', endings: 'es a as', only: 'common' },
      { ends: /í([ns])$/, stem: 'i$1', endings: 'es a as', only: 'common' },
      { ends: /ó([ns])$/, stem: 'o$1', endings: 'es a as', only: 'common' },
      { ends: /ú([ns])$/, stem: 'u$1', endings: 'es a as', only: 'common' },
      // An accent that the plural needs: joven, jóvenes; examen, exámenes.
      { ends: /a([^aeiouáéíóú]+[aei][n])$/, stem: 'á$1', endings: 'es', only: 'common' },
      { ends: /e([^aeiouáéíóú]+[aei][n])$/, stem: 'é$1', endings: 'es', only: 'common' },
      { ends: /i([^aeiouáéíóú]+[aei][n])$/, stem: 'í$1', endings: 'es', only: 'common' },
      { ends: /o([^aeiouáéíóú]+[aei][n])$/, stem: 'ó$1', endings: 'es', only: 'common' },
      { ends: /u([^aeiouáéíóú]+[aei][n])$/, stem: 'ú$1', endings: 'es', only: 'common' },
      // The feminine of adjectives, and of the suffixes that persons have: partido has no partida.
      { ends: /o$/, endings: 'a as os', only: 'phrase' },
      { ends: /(?<=er|ari|ad|[aie]n|at|tr|[ií]c|g|ij|ñ)o$/, endings: 'a as', only: 'common' },
      { ends: /o$/, endings: 'os', only: 'common' },
      { ends: /(?<=er|or|ón|és|án|ol|l|z)$/, endings: 'a as', only: 'common' },
      { ends: /(?<=er)$/, endings: 'o os a as', only: 'phrase' },
      { ends: /^gran$/, endings: 'grande grandes', only: 'phrase' },
      { ends: /e$/, endings: 'a as', only: 'common' },
      { ends: /tor$/, endings: 'triz trices', only: 'common' },
      { ends: /(?<=.{3})es$/, endings: '- e', only: 'common' },
      { ends: /(?<=.{3}[aeiouáéíóú])s$/, endings: '-', only: 'common' },
      { ends: /ones$/, endings: 'ón', only: 'common' },
      { ends: /os$/, endings: 'o a as', only: 'common' },
    ],
    derived:
      /^(?:ano|ana|anos|anas|iano|iana|ianos|ianas|ense|enses|és|esa|eses|esas|eño|eña|eños|eñas|ino|ina|inos|inas|eo|ea|eos|eas|ico|ica|icos|icas|ista|istas|al|ales|ar|ares|ario|aria|arios|arias|ero|era|eros|eras|izo|iza|izos|izas|ado|ada|ados|adas|ígeno|ígena|ígenos|ígenas|í|íes|aco|aca|oso|osa|osos|osas|ismo|encia|encial|enciales|ial|iales|ico)$/,
  },
  numbers: {
    percent: 'por ?cien|porcent',
    speller: 'es-ES',
    words: {
      0: 'cero|ningún|medianoche',
      0.25: 'cuarto',
      0.5: 'medi[oa]|mitad',
      1: 'uno?\\b|una\\b|primer|únic|sol[oa]\\b|veintiun',
      1.5: 'un[oa]? .{0,12}y medi',
      2: 'dos\\b|segund|ambos|ambas|doble|par\\b|pareja|dúo|bis',
      3: 'tres|tercer|trío|triple',
      4: 'cuatr|cuart',
      5: 'cinco|quint',
      6: 'seis|sext|media docena',
      7: 'siete|séptim',
      8: 'ocho|octav',
      9: 'nueve|noven',
      10: 'diez|décim|década|decenio|decena',
      12: 'doce|docena|mediodía',
      15: 'quince',
      16: 'dieciséis|diecis',
      20: 'veint',
      21: 'veintiun|veintiún',
      22: 'veintidós',
      23: 'veintitrés',
      26: 'veintiséis',
      50: 'cincuent|medio siglo',
      100: 'cien|siglo|centenar',
      1000: 'mil\\b|millar|miles',
      1e6: 'mill[oó]n',
      1e9: 'mil millones',
      500000: 'medio millón',
    },
    scales: [
      [1e9, 'mil(?:es de)? (?:millones|mill?\\.|M)|mil M|millardos?|mm?'],
      [1e3, 'mil|k'],
      [1e6, 'mill(?:ones|ón)|mill\\.?|M'],
      [1e12, 'bill(?:ones|ón)|b?'],
      [1e18, 'trill(?:ones|ón)'],
    ],
  },
};
