import type { SentenceLanguage } from '../language.ts';

export const ro: SentenceLanguage = {
  joins: `
    dl dna d-na d-ra dr prof conf lect asist ing arh av gen col lt mr cpt maj sgt sf pr pf
    str bd bdul b-dul al pț sos șos bl sc ap jud mun
    ex de.ex p.ex cf v vezi cit op.cit ed eds trad coord vs aprox max incl resp așa-num engl germ gr rom ș.cl`,
  numbers:
    'ian feb mar apr iun iul aug sept oct nov dec nr p pp pag vol fig art cap tab tel fax km cm mm kg mg ml ha min sec loc alin lit pct § cca et',
  may: 'mil mld s.a s.r.l inc jr î.hr d.hr a.c ph.d s.u.a n.r p.s n.b u.e',
  ends: 'etc ș.a ș.a.m.d ș.cl șamd s.a.m.d',
  starters: `
    un o unii unele acest această acești aceste acesta aceasta acela aceea el ea ei ele noi voi eu tu său sa lor nostru noastră niciun nicio nimeni toți toate tot fiecare mulți multe câțiva alți alte altul ambii
    și dar sau însă totuși deci prin de asemenea așadar astfel atunci apoi după înainte în final când dacă pentru că deoarece deși potrivit conform
    la pe din cu fără sub între spre până despre contra ce cine unde cum cât care este sunt era erau a au avea poate pot trebuie nu da aici acolo ieri azi astăzi mâine acum deja încă doar mai`,
  openers: 'la în pe din de până după înainte',
};
