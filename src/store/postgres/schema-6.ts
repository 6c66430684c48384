/**
 * The sixth version: a pause of an account stands beside its pace, not in it. Quota that comes back (what was reserved and did not leave
 * in time) is the pace's own then, and shortens no pause. And a row that is made anew leaves room for all that may be reserved and not
 * sent: turns until `ahead`, and the weight of the last of them behind it.
 */
export const SCHEMA_6 = `
alter table pace add column paused_until float8 not null default 0;

create or replace function reserve(p_account text, w float8, cr float8, cb float8, rr float8, rb float8, ahead float8) returns float8
language plpgsql security definer set search_path = dragoman, pg_temp as $$
declare a float8; n float8; c float8; r float8; cf float8; rf float8; p float8; s timestamptz; sum_c float8; sum_r float8; unsent int;
  up timestamptz := pg_postmaster_start_time();
begin
  select chars_due, reqs_due, chars_flushed, reqs_flushed, paused_until, started into c, r, cf, rf, p, s
    from pace where account = p_account for update;
  if not found then
    select coalesce(sum(characters), 0), count(*) into sum_c, sum_r from requests
      where account = p_account and at > clock_timestamp() - interval '60 s';
    unsent := case when sum_r > 0 then 1 else 0 end;
    n := clock_ms();
    insert into pace (account, chars_due, reqs_due, started) values (p_account, greatest(n - 60000 + (sum_c + cb) / cr, n) + unsent * (ahead + cb / cr),
      greatest(n - 60000 + (sum_r + rb) / rr, n) + unsent * (ahead + rb / rr), up) on conflict do nothing;
    select chars_due, reqs_due, chars_flushed, reqs_flushed, paused_until, started into c, r, cf, rf, p, s
      from pace where account = p_account for update;
  end if;
  n := clock_ms();
  if s < up then c := greatest(c, cf); r := greatest(r, rf); end if;
  a := greatest(n, p, c + (w - cb) / cr, r + (1 - rb) / rr);
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

drop function pause(text, float8, float8, float8);
create function pause(p_account text, ms float8) returns void language sql security definer set search_path = dragoman, pg_temp as $$
  update pace set paused_until = greatest(paused_until, clock_ms() + ms) where account = p_account $$;
`;
