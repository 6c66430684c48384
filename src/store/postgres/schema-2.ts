/**
 * The second version: a pace that reserves only a moment ahead.
 *
 * Who waits for its turn far ahead holds quota that is lost when it is killed, and that nobody knows of when the pace's row is made anew:
 * with eight workers of eight requests each, half a minute's.
 */
export const SCHEMA_2 = `
drop function reserve(text, float8, float8, float8, float8, float8);

-- As before; a turn that is more than \`ahead\` ms away is not taken: the answer is negative then, the ms after which to ask again. A row
-- that is made anew counts what may have been reserved and not yet sent.
create function reserve(p_account text, w float8, cr float8, cb float8, rr float8, rb float8, ahead float8) returns float8
language plpgsql security definer set search_path = dragoman, pg_temp as $$
declare a float8; n float8; c float8; r float8; s timestamptz; sum_c float8; sum_r float8; unsent float8;
begin
  perform set_config('synchronous_commit', 'off', true);
  select chars_due, reqs_due, started into c, r, s from pace where account = p_account for update;
  if not found then
    select coalesce(sum(characters), 0), count(*) into sum_c, sum_r from requests
      where account = p_account and at > clock_timestamp() - interval '60 s';
    unsent := case when sum_r > 0 then ahead else 0 end;
    n := clock_ms();
    insert into pace values (p_account, greatest(n - 60000 + (sum_c + cb) / cr, n) + unsent, greatest(n - 60000 + (sum_r + rb) / rr, n) + unsent,
      pg_postmaster_start_time()) on conflict do nothing;
    select chars_due, reqs_due, started into c, r, s from pace where account = p_account for update;
  end if;
  n := clock_ms();
  if s < pg_postmaster_start_time() then c := greatest(c, n) + 700; r := greatest(r, n) + 700; end if;
  a := greatest(n, c + (w - cb) / cr, r + (1 - rb) / rr);
  if a - n > ahead then
    if s < pg_postmaster_start_time() then
      update pace set chars_due = c, reqs_due = r, started = pg_postmaster_start_time() where account = p_account;
    end if;
    return n + ahead - a;
  end if;
  update pace set chars_due = greatest(c, a) + w / cr, reqs_due = greatest(r, a) + 1 / rr, started = pg_postmaster_start_time()
    where account = p_account;
  return a - n;
end $$;
`;
