/**
 * The fourth version: what a restart costs of a quota.
 *
 * A reservation is not waited for until it is on disk, so that an immediate stop forgets the last ones, and the pace left 700 ms unused
 * for them. Now the row says up to where it is flushed, as a sequence of PostgreSQL's logs 32 values ahead (SEQ_LOG_VALS): one
 * reservation in 250 ms is waited for, and a restart goes on from there.
 */
export const SCHEMA_4 = `
alter table pace add column chars_flushed float8 not null default 0, add column reqs_flushed float8 not null default 0;
update pace set chars_flushed = chars_due + 700, reqs_flushed = reqs_due + 700;

create or replace function reserve(p_account text, w float8, cr float8, cb float8, rr float8, rb float8, ahead float8) returns float8
language plpgsql security definer set search_path = dragoman, pg_temp as $$
declare a float8; n float8; c float8; r float8; cf float8; rf float8; s timestamptz; sum_c float8; sum_r float8; unsent float8;
  up timestamptz := pg_postmaster_start_time();
begin
  select chars_due, reqs_due, chars_flushed, reqs_flushed, started into c, r, cf, rf, s from pace where account = p_account for update;
  if not found then
    select coalesce(sum(characters), 0), count(*) into sum_c, sum_r from requests
      where account = p_account and at > clock_timestamp() - interval '60 s';
    unsent := case when sum_r > 0 then ahead else 0 end;
    n := clock_ms();
    insert into pace (account, chars_due, reqs_due, started) values (p_account, greatest(n - 60000 + (sum_c + cb) / cr, n) + unsent,
      greatest(n - 60000 + (sum_r + rb) / rr, n) + unsent, up) on conflict do nothing;
    select chars_due, reqs_due, chars_flushed, reqs_flushed, started into c, r, cf, rf, s from pace where account = p_account for update;
  end if;
  n := clock_ms();
  if s < up then c := greatest(c, cf); r := greatest(r, rf); end if;
  a := greatest(n, c + (w - cb) / cr, r + (1 - rb) / rr);
  if a - n > ahead then
    if s < up then update pace set chars_due = c, reqs_due = r, started = up where account = p_account; end if;
    return n + ahead - a;
  end if;
  c := greatest(c, a) + w / cr;
  r := greatest(r, a) + 1 / rr;
  if c <= cf and r <= rf then
    perform set_config('synchronous_commit', 'off', true);
  else
    cf := c + 250; rf := r + 250;
  end if;
  update pace set chars_due = c, reqs_due = r, chars_flushed = cf, reqs_flushed = rf, started = up where account = p_account;
  return a - n;
end $$;

create or replace function pause(p_account text, ms float8, cr float8, cb float8) returns void
language sql security definer set search_path = dragoman, pg_temp as $$
  update pace set chars_due = greatest(chars_due, clock_ms() + ms + cb / cr),
      chars_flushed = greatest(chars_flushed, clock_ms() + ms + cb / cr) where account = p_account $$;
`;
