/**
 * The third version: the memory that desks share.
 *
 * Which desk may read which edition is a policy of the table `editions` (row-level security, forced: it holds in functions of the owner
 * too). Sentences have no policy of their own: before one PostgreSQL uses no index for operators that are not leakproof, and those of a
 * text search are not. No role has rights on the table, and no function reads a sentence but together with its edition. A superuser is
 * above every policy, so the functions ask `may_read` besides.
 *
 * The words that are in many sentences are known from the statistics that ANALYZE keeps of the column: a search takes the others.
 */
export const SCHEMA_3 = `
create table pairs (id smallint generated always as identity primary key, source text not null, target text not null, unique (source, target));

create table editions (
  id int generated always as identity primary key, desk text not null default session_user, pair smallint not null references pairs,
  slug text not null, print text not null, private_until timestamptz not null, changed timestamptz not null default clock_timestamp(),
  unique (desk, pair, slug));

create table sentences (
  edition int not null references editions on delete cascade, pair smallint not null, key bigint not null, context bigint not null,
  reviewed bool not null, source text not null, target text not null, words tsvector not null, said tsvector not null,
  primary key (edition, key, context));
create index sentences_by_key on sentences (pair, key);
create index sentences_by_words on sentences using gin (words);
create index sentences_by_said on sentences using gin (said);
alter table sentences alter column words set statistics 1000;

create function is_owner() returns bool language sql stable as $$
  select pg_has_role(session_user, (select nspowner from pg_namespace where nspname = 'dragoman'), 'member') $$;

-- Without a setting of its own, so that it becomes a part of the statement and is no call for each row.
create function may_read(desk text, private_until timestamptz) returns bool language sql stable
as $$ select desk = session_user or private_until < now() or dragoman.is_owner() $$;

alter table editions enable row level security;
alter table editions force row level security;
create policy reading on editions for select using (dragoman.may_read(desk, private_until));
create policy writing on editions using (desk = session_user or dragoman.is_owner()) with check (desk = session_user or dragoman.is_owner());

create function pair_of(p_source text, p_target text) returns smallint language sql stable
set search_path = dragoman, pg_temp as $$ select id from pairs where source = p_source and target = p_target $$;

-- What is known of many texts. Of a sentence that is in thousands of articles some are looked at.
create function memory_find(p_source text, p_target text, keys bigint[])
returns table (key bigint, context bigint, source text, target text, slug text, desk text, own bool)
language sql stable security definer set search_path = dragoman, pg_temp as $$
  select k, f.context, f.source, f.target, f.slug, f.desk, f.own
  from (select pair_of(p_source, p_target) as pair) p, unnest(keys) k cross join lateral (
    select s.context, s.source, s.target, e.slug, e.desk, e.desk = session_user as own, s.reviewed, e.changed
      from (select * from sentences where pair = p.pair and sentences.key = k limit 200) s join editions e on e.id = s.edition
      where may_read(e.desk, e.private_until)
      order by e.desk = session_user desc, s.reviewed desc, e.changed desc limit 12) f
  order by k, f.own desc, f.reviewed desc, f.changed desc $$;

-- A word as a search has it: letters, marks and figures alone.
create function word_query(word text, is_prefix bool) returns tsquery language sql immutable as $$
  select (quote_literal(replace(word, '\\', '')) || case when is_prefix then ':*' else '' end)::tsquery $$;

-- Sentences with the most of some words: counted first, and only the best of them looked at together with their editions.
create function memory_near(p_source text, p_target text, p_words text[], most int)
returns table (source text, target text, slug text, desk text, own bool)
language plpgsql stable security definer set search_path = dragoman, pg_temp set enable_seqscan = off as $$
declare
  of_pair text := '/' || pair_of(p_source, p_target);
  each tsquery[] := array(select word_query(w, false) from unnest(p_words) w);
  any_word tsquery;
  q tsquery;
begin
  foreach q in array each loop any_word := coalesce(any_word || q, q); end loop;
  return query
    select s.source, s.target, e.slug, e.desk, e.desk = session_user
      from (select c.edition, c.source, c.target, c.reviewed, (select count(*) from unnest(each) w where c.words @@ w) as hits
          from sentences c where c.words @@ (any_word && word_query(of_pair, false)) order by hits desc limit 8 * most) s
        join editions e on e.id = s.edition
      where may_read(e.desk, e.private_until)
      order by s.hits desc, e.desk = session_user desc, s.reviewed desc limit most;
end $$;

-- Sentences that hold all of some words, the last one as the beginning of a word.
create function memory_holding(p_source text, p_target text, is_target bool, p_words text[], most int)
returns table (source text, target text, slug text, desk text, own bool)
language plpgsql stable security definer set search_path = dragoman, pg_temp set enable_seqscan = off as $$
declare
  q tsquery := word_query('/' || pair_of(p_source, p_target), false);
  n int := cardinality(p_words);
begin
  for i in 1..n loop q := q && word_query(p_words[i], i = n); end loop;
  return query
    select s.source, s.target, e.slug, e.desk, e.desk = session_user from sentences s join editions e on e.id = s.edition
      where case when is_target then false else s.words @@ q end and may_read(e.desk, e.private_until)
    union all
    select s.source, s.target, e.slug, e.desk, e.desk = session_user from sentences s join editions e on e.id = s.edition
      where case when is_target then s.said @@ q else false end and may_read(e.desk, e.private_until)
    limit most;
end $$;

-- Words that are in many sentences, with how many.
create function memory_common() returns table (word text, sentences float8)
language sql stable security definer set search_path = dragoman, pg_temp as $$
  select w.word, w.share * greatest(c.reltuples, 0) from pg_stats s
    join pg_class c on c.oid = 'dragoman.sentences'::regclass,
    unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) w(word, share)
  where s.schemaname = 'dragoman' and s.tablename = 'sentences' and s.attname = 'words' and w.word is not null $$;

-- Whether the memory has this desk's edition as it is.
create function memory_has(p_source text, p_target text, p_slug text, p_print text, p_until timestamptz) returns bool
language sql stable security definer set search_path = dragoman, pg_temp as $$
  select exists (select from editions where desk = session_user and pair = pair_of(p_source, p_target) and slug = p_slug
    and print = p_print and private_until = p_until) $$;

-- Takes an edition of this desk in, instead of what the memory had of it.
create function memory_share(p_source text, p_target text, p_slug text, p_print text, p_until timestamptz, keys bigint[],
  contexts bigint[], states bool[], sources text[], targets text[], p_words text[], p_said text[]) returns void
language plpgsql security definer set search_path = dragoman, pg_temp as $$
declare p smallint; e int;
begin
  insert into pairs (source, target) values (p_source, p_target) on conflict do nothing;
  p := pair_of(p_source, p_target);
  insert into editions (pair, slug, print, private_until) values (p, p_slug, p_print, p_until)
    on conflict (desk, pair, slug) do update set print = excluded.print, private_until = excluded.private_until, changed = clock_timestamp()
    returning id into e;
  delete from sentences s where s.edition = e
    and not exists (select from unnest(keys, contexts) x(k, c) where x.k = s.key and x.c = s.context);
  insert into sentences as s (edition, pair, key, context, reviewed, source, target, words, said)
    select distinct on (x.k, x.c) e, p, x.k, x.c, x.r, x.s, x.t,
      array_to_tsvector(array_append(string_to_array(x.w, ' '), '/' || p)), array_to_tsvector(array_append(string_to_array(x.d, ' '), '/' || p))
    from unnest(keys, contexts, states, sources, targets, p_words, p_said) x(k, c, r, s, t, w, d)
    on conflict (edition, key, context) do update set reviewed = excluded.reviewed, source = excluded.source, target = excluded.target,
      words = excluded.words, said = excluded.said
      where (s.reviewed, s.source, s.target) is distinct from (excluded.reviewed, excluded.source, excluded.target);
end $$;
`;
