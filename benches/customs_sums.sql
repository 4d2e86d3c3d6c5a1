-- What `customs_sums --all FILE` prints, from DuckDB: totals, chapters and partners of each month and flow.
-- `benches/README.md` has the command; FILE is replaced there.
with records as (select period, flow, left(lpad(hs10::varchar, 10, '0'), 2) as chapter, partner, value_usd from read_csv('FILE', all_varchar = true)),
sums as (
    select 'T,' || period || ',' || flow as of_what, '' as code, sum(value_usd::hugeint) as value from records group by all
    union all
    select 'H,' || period || ',' || flow, ',' || chapter, sum(value_usd::hugeint) from records group by all
    union all
    select 'P,' || period || ',' || flow, ',' || partner, sum(value_usd::hugeint) from records group by all
)
select of_what || code || ',' || value from sums;
