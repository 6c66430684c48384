/**
 * The first version of the database: who pays for which text, how fast, for how much.
 *
 * Rules that only failures taught: the clock is the database's; liveness is a lock of the worker's session, and the lease is for
 * partitions; a row is at first a claim (text null), then the answer, so that there is no moment in which two pay; NOTIFY takes a
 * global lock at commit, and is sent only where somebody waits.
 */
export const SCHEMA_1 = `
create table workers (
  id int generated always as identity primary key, desk text not null default session_user, run text not null,
  by_lease bool not null, started timestamptz not null default clock_timestamp());

create table pace (
  account text primary key, chars_due float8 not null, reqs_due float8 not null, started timestamptz not null) with (fillfactor = 10);

create table requests (
  id bigint primary key, worker int not null, desk text not null, run text not null, account text not null, engine text not null,
  source text not null, target text not null, texts int not null, characters int not null, price float8 not null,
  at timestamptz not null default clock_timestamp(), state text not null default 'sent', billed int, cost float8);
create index requests_by_time on requests (at);
create index requests_on_the_wire on requests (worker) where state = 'sent';

create table shares (request bigint not null, article text not null, characters int not null, primary key (request, article));

create table answers (
  key text primary key, worker int not null, until timestamptz not null, waited bool not null default false, text text, remarks text,
  request bigint not null, answered timestamptz, recorded timestamptz) with (fillfactor = 80);
create index answers_of_request on answers (request);

create table limits (scope text primary key, characters_per_day bigint not null);
create table spent (scope text primary key, day date not null, characters bigint not null) with (fillfactor = 10);

create function clock_ms() returns float8 language sql volatile as $$ select extract(epoch from clock_timestamp())::float8 * 1000 $$;
create function today() returns date language sql volatile as $$ select (clock_timestamp() at time zone 'utc')::date $$;

-- A worker behind a pooler holds no lock: of it only the lease tells. After a restart of the server those from before it have a moment
-- to take their locks again: their requests are on the wire all the same.
create function alive(w int) returns bool language plpgsql as $$ begin
  if exists (select from workers where id = w and (by_lease or started < pg_postmaster_start_time()
      and clock_timestamp() < pg_postmaster_start_time() + interval '15 s')) then
    return true;
  end if;
  return not pg_try_advisory_xact_lock_shared(7001, w);
end $$;

create function enter(run text, by_lease bool) returns int language sql security definer set search_path = dragoman, pg_temp as $$
  insert into workers (run, by_lease) values (run, by_lease) returning id $$;

-- What this desk's earlier runs had on the wire when they ended.
create function take_lost() returns table (engine text, source text, target text, texts int, characters int, at float8)
language plpgsql security definer set search_path = dragoman, pg_temp as $$ begin
  return query
  with gone as (
    select id from requests r where state = 'sent' and desk = session_user and not alive(worker)
      or state = 'sent' and desk = session_user and r.at < clock_timestamp() - interval '1 hour' order by id for update)
  update requests r set state = 'unknown' from gone where r.id = gone.id
  returning r.engine, r.source, r.target, r.texts, r.characters, extract(epoch from r.at)::float8 * 1000;
end $$;

-- GCRA by two weights; ms to wait. What a restart may have lost of it, which is not flushed (3 x wal_writer_delay), counts as sent. A
-- row that is missing is made from the requests of the last minute.
create function reserve(p_account text, w float8, cr float8, cb float8, rr float8, rb float8) returns float8
language plpgsql security definer set search_path = dragoman, pg_temp as $$
declare a float8; n float8; c float8; r float8; s timestamptz; sum_c float8; sum_r float8;
begin
  perform set_config('synchronous_commit', 'off', true);
  select chars_due, reqs_due, started into c, r, s from pace where account = p_account for update;
  if not found then
    select coalesce(sum(characters), 0), count(*) into sum_c, sum_r from requests
      where account = p_account and at > clock_timestamp() - interval '60 s';
    n := clock_ms();
    insert into pace values (p_account, n - 60000 + (sum_c + cb) / cr, n - 60000 + (sum_r + rb) / rr, pg_postmaster_start_time())
      on conflict do nothing;
    select chars_due, reqs_due, started into c, r, s from pace where account = p_account for update;
  end if;
  n := clock_ms();
  if s < pg_postmaster_start_time() then c := greatest(c, n) + 700; r := greatest(r, n) + 700; end if;
  a := greatest(n, c + (w - cb) / cr, r + (1 - rb) / rr);
  update pace set chars_due = greatest(c, a) + w / cr, reqs_due = greatest(r, a) + 1 / rr, started = pg_postmaster_start_time()
    where account = p_account;
  return a - n;
end $$;

create function give_back(p_account text, w float8, requests int, cr float8, rr float8) returns void
language sql security definer set search_path = dragoman, pg_temp as $$
  update pace set chars_due = chars_due - w / cr, reqs_due = reqs_due - requests / rr where account = p_account $$;

create function pause(p_account text, ms float8, cr float8, cb float8) returns void
language sql security definer set search_path = dragoman, pg_temp as $$
  update pace set chars_due = greatest(chars_due, clock_ms() + ms + cb / cr) where account = p_account $$;

create function find(keys text[]) returns table (key text, text text, engine text, remarks text)
language sql stable security definer set search_path = dragoman, pg_temp as $$
  select a.key, a.text, r.engine, a.remarks from answers a join requests r on r.id = a.request
    where a.key = any(keys) and a.text is not null $$;

-- Counts characters against a limit, in the transaction that writes the request down. A row that is missing is made from the ledger.
create function spend(p_scope text, n bigint, most bigint) returns bool language plpgsql as $$ begin
  if not exists (select from spent where scope = p_scope) then
    insert into spent select p_scope, today(), coalesce(sum(coalesce(billed, characters)), 0) from requests
      where at >= today()::timestamp at time zone 'utc' and state <> 'refused' and (p_scope = 'group' or p_scope = 'desk ' || desk)
      on conflict do nothing;
  end if;
  update spent set day = today(), characters = case when day = today() then characters else 0 end + n
    where scope = p_scope and (most is null or case when day = today() then characters else 0 end + n <= most);
  return found;
end $$;

-- Takes what is nobody's: new, or of a worker that is gone or too late. The request is written down with it, and counted.
create function claim(p_request bigint, w int, p_account text, p_engine text, p_source text, p_target text, p_price float8,
  keys text[], sizes int[], articles text[], lease float8, desk_limit bigint, is_paid bool) returns text[]
language plpgsql security definer set search_path = dragoman, pg_temp as $$
declare taken text[]; total bigint; own bigint; of_group bigint;
begin
  -- Asked again, because the answer to the first time was lost.
  if exists (select from requests where id = p_request) then
    return array(select key from answers where request = p_request);
  end if;
  with t as (
    insert into answers as a (key, worker, until, request)
      select distinct k, w, clock_timestamp() + lease * interval '1 s', p_request from unnest(keys) k order by k
    on conflict (key) do update set worker = excluded.worker, until = excluded.until, request = excluded.request
      where a.text is null and (a.worker = w or is_paid or a.until < clock_timestamp() or not alive(a.worker)) returning a.key)
    select array_agg(t.key) into taken from t;
  if taken is null then return '{}'; end if;
  select sum(size) into total from unnest(keys, sizes) s(key, size) where s.key = any(taken);
  own := least(desk_limit, (select characters_per_day from limits where scope = 'desk ' || session_user));
  of_group := (select characters_per_day from limits where scope = 'group');
  if is_paid then own := null; of_group := null; end if;
  if not spend('desk ' || session_user, total, own) then
    raise exception 'charactersPerDay % of this desk', own using errcode = 'DRG01';
  end if;
  if not spend('group', total, of_group) then
    raise exception 'charactersPerDay % of all desks together', of_group using errcode = 'DRG01';
  end if;
  insert into requests (id, worker, desk, run, account, engine, source, target, texts, characters, price)
    values (p_request, w, session_user, (select run from workers where id = w), p_account, p_engine, p_source, p_target,
      cardinality(taken), total, p_price);
  insert into shares select p_request, article, sum(size) from unnest(keys, sizes, articles) s(key, size, article)
    where s.key = any(taken) group by article;
  return taken;
end $$;

create function correct_spent(p_desk text, p_at timestamptz, n bigint) returns void language sql as $$
  update spent set characters = greatest(0, characters + n)
    where scope in ('group', 'desk ' || p_desk) and day = (p_at at time zone 'utc')::date and n <> 0 $$;

-- Claims of a request that have no answer are nobody's again.
create function release(p_request bigint) returns bool language sql as $$
  with gone as (delete from answers where request = p_request and text is null returning waited)
  select coalesce(bool_or(waited), false) from gone $$;

create function answered(p_request bigint, keys text[], texts text[], remarks text[], p_billed int, p_cost float8) returns void
language plpgsql security definer set search_path = dragoman, pg_temp as $$
declare q requests; wanted bool; let_go bool;
begin
  select * into q from requests where id = p_request for update;
  -- Asked again, or of a database that was restored to an older state.
  if q.state = 'answered' then return; end if;
  with done as (
    insert into answers as a (key, worker, until, text, remarks, request, answered)
      select k, coalesce(q.worker, 0), clock_timestamp(), t, m, p_request, clock_timestamp() from unnest(keys, texts, remarks) x(k, t, m)
      where q.id is not null order by k
    on conflict (key) do update set text = excluded.text, remarks = excluded.remarks, request = excluded.request,
      answered = excluded.answered where a.text is null returning a.waited)
    select coalesce(bool_or(waited), false) into wanted from done;
  update requests set state = 'answered', billed = p_billed, cost = p_cost where id = p_request;
  if p_billed is not null then perform correct_spent(q.desk, q.at, p_billed - q.characters); end if;
  let_go := release(p_request);
  if wanted or let_go then perform pg_notify('dragoman', ''); end if;
end $$;

create function failed(p_request bigint, p_as text) returns void
language plpgsql security definer set search_path = dragoman, pg_temp as $$
declare q requests;
begin
  update requests set state = p_as where id = p_request and state = 'sent' returning * into q;
  if q.id is null then return; end if;
  if p_as = 'refused' then perform correct_spent(q.desk, q.at, -q.characters); end if;
  if release(p_request) then perform pg_notify('dragoman', ''); end if;
end $$;

-- Whoever meets a claim of others says that it waits, and looks: what is answered after the look is told by NOTIFY.
create function wait_for(keys text[]) returns table (key text, text text, engine text, remarks text)
language plpgsql security definer set search_path = dragoman, pg_temp as $$ begin
  perform 1 from answers a where a.key = any(keys) and a.text is null and not a.waited order by a.key for update;
  update answers a set waited = true where a.key = any(keys) and a.text is null and not a.waited;
  return query
    select k, a.text, r.engine, a.remarks from unnest(keys) k left join answers a on a.key = k left join requests r on r.id = a.request
    where a.key is null or a.text is not null or a.until < clock_timestamp() or not alive(a.worker);
end $$;

create function recorded(keys text[]) returns void language sql security definer set search_path = dragoman, pg_temp as $$
  update answers a set recorded = clock_timestamp()
    from (select key from answers where key = any(keys) and recorded is null order by key for update) b where a.key = b.key $$;

-- Whoever owns the schema sees every desk, a desk its own lines.
create function ledger(p_by text) returns table (name text, requests bigint, characters float8, cost float8, maybe_billed float8)
language sql stable security definer set search_path = dragoman, pg_temp as $$
  with seen as (
    select r.*, case p_by when 'desk' then desk when 'run' then desk || ' ' || run when 'engine' then engine
        when 'locale' then target else 'total' end as name, r.characters::float8 as part
      from requests r where p_by <> 'article'
    union all
    select r.*, s.article, s.characters::float8 from shares s join requests r on r.id = s.request where p_by = 'article')
  select name, count(distinct id),
      coalesce(sum(case state when 'answered' then coalesce(part * billed / nullif(characters, 0), part) end), 0)::float8,
      coalesce(sum(case state when 'answered' then coalesce(part * cost / nullif(characters, 0), part * price / 1e6) end), 0)::float8,
      coalesce(sum(case state when 'unknown' then part end), 0)::float8
    from seen
    where desk = session_user
      or pg_has_role(session_user, (select nspowner from pg_namespace where nspname = 'dragoman'), 'member')
    group by name order by 4 desc, 3 desc, 1 $$;

create function prune(days int) returns table (answers bigint, claims bigint, workers bigint)
language plpgsql set search_path = dragoman, pg_temp as $$
declare x bigint; y bigint; z bigint;
begin
  delete from dragoman.answers where text is not null and coalesce(recorded, answered) < clock_timestamp() - days * interval '1 day';
  get diagnostics x = row_count;
  delete from dragoman.answers where text is null and until < clock_timestamp() - interval '1 day';
  get diagnostics y = row_count;
  delete from dragoman.workers w where started < clock_timestamp() - days * interval '1 day' and not dragoman.alive(id)
    and not exists (select from dragoman.requests where worker = w.id);
  get diagnostics z = row_count;
  return query select x, y, z;
end $$;
`;
