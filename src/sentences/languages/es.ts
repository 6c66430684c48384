import type { SentenceLanguage } from '../language.ts';

export const es: SentenceLanguage = {
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
};
