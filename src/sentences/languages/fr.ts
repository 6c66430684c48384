import type { SentenceLanguage } from '../language.ts';

export const fr: SentenceLanguage = {
  joins: `
M MM
    m mme mmes mlle mlles dr drs pr prof me mgr st ste sts stes gén col cdt cne lt adj sgt amiral
    av bd boul pl rte fg c.-à-d cad p.ex par.ex cf ca env éd ed trad dir coll préf vs resp i.e sq ibid op.cit loc.cit
    angl all it esp lat gr russ fr qqch qqn dép arr arrt`,
  numbers:
    'janv févr avr juil sept oct nov déc n nos no p pp vol t fig art al chap ch tab tél fax km cm mm kg mg ml ha min sec mn hab env réf § éd coll',
  may: 's.a s.a.s s.a.r.l inc ltd jr j.-c av.j.-c apr.j.-c r.-v n.b p.-s e.-u é.-u u.e p.-d.g',
  ends: 'etc suiv',
  starters: `
    le la les l'un l'une un une des du de ce cet cette ces il elle ils elles on nous vous je tu son sa ses leur leurs notre nos mon ma mes votre aucun aucune tous tout toutes chaque plusieurs certains certaines d'autres beaucoup
    et mais ou or donc car cependant toutefois pourtant néanmoins aussi également ainsi alors puis ensuite enfin après avant pendant depuis lors lorsque quand si comme parce puisque bien malgré selon d'après
    à au aux en dans sur sous par pour avec sans chez entre vers contre dès
    que qui quoi où comment pourquoi combien quel quelle quels quelles c'est n'est y j'ai j'étais c'était est sont était a ont peut faut pas non oui ici là hier aujourd'hui demain maintenant déjà encore même seul seule
    d'ailleurs effet finalement peut-être l'ensemble qu'il s'il`,
  openers: 'à au en le dès vers depuis après avant pendant lors',
};
