import type { SentenceLanguage } from '../language.ts';

export const en: SentenceLanguage = {
  joins: `
    mr mrs ms mx messrs mmes dr drs prof profs hon rev revd msgr mgr pres gov govs sen sens rep reps supt atty
    gen lt col cpt capt maj cmdr cdr comdr adm brig sgt cpl pvt pfc cpo ens lt.col lt.gen maj.gen brig.gen lt.cmdr sgt.maj
    det insp const asst assoc ste mt mts ft e.g eg i.e viz cf vs v ca esp incl resp
    fwd hr rt.hon the.rev ven amb sec dist pt mlle mme mdme sig`,
  numbers: `
    approx al
    No Nos nos p pp pg vol vols ch chap chaps sec secs art arts fig figs eq eqs par para paras cl ex exs vv app apps
    ver ed bk lit op r tel ext fax no rs
    oz lb lbs in ft yd yds mi sq cu kg km cm mm g mg ml l pt pts qt gal hr hrs min mins mph kph rpm avg max`,
  may: `
    u.s u.s.a u.k u.n e.u u.a.e u.s.s.r d.c n.y n.y.c l.a n.j n.c s.c n.d s.d p.r b.c n.z u.s.c
    inc ltd co corp llc plc bros intl jr sr esq ph.d m.d m.a b.a b.s m.b.a b.sc m.sc d.phil ll.d ll.b d.d.s r.n m.p j.d c.e.o
    ave blvd rd hwy pl ct terr st apt ste bldg rm dept univ assn div est govt natl
    ariz ark calif colo conn dak del fla ga Ill Ind kan kans ky La Md Mass Mich minn Mo Mont neb nebr nev okla ore
    penn Pa tenn tex va vt Wash Wis wisc wyo Ala ont que alta
    jan feb Mar apr jun jul aug sep sept oct nov dec Mon tue tues Wed thu thur thurs fri Sat Sun
    n.b p.s q.v a.k.a r.i.p r.s.v.p d.j n.e n.w s.e s.w med et.al`,
  times: 'a.m p.m a.d b.c c.e b.c.e',
  ends: 'etc',
  starters: `
    the a an this that these those he she it they we you i his her its their our your my there here
    but and or so yet nor for if when while where what who whom whose why how which whether because since although though
    as at by in on of to from with without within during after before until upon under over about against among between
    despite according also then now however meanwhile moreover furthermore nevertheless instead still only even just
    some many most much more few several all both each every either neither one no not none nobody nothing another other others
    everyone everything someone something anyone anything once today yesterday tomorrow earlier later recently
    is are was were am be do does did has have had can could will would shall should may might must let don't didn't isn't it's i'm
    he's she's they're we're that's there's what's you're i've we've i'd please thanks yes
    finally perhaps maybe again ultimately eventually currently previously officials police people last next`,
  openers: `
    at by in on from after before until since around about between during for under near through over within into to as when while
    if because although though upon with without along across beyond despite early late`,
  continues: `
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december est edt cst cdt mst mdt pst pdt gmt bst utc et ct mt pt eastern pacific central`,
  says: `
    said says asked asks replied replies added adds cried shouted yelled wrote writes tweeted explained told wondered answered
    continued declared exclaimed joked laughed insisted`,
};
