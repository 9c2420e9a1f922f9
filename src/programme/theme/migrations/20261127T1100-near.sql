-- Near themes are found by what names are told by (their words, characters and runs) and by marks of their meanings.
drop index theme_by_gram;
alter table theme drop column grams;
-- null: written before there were keys; the job `theme.count-words` adds them
alter table theme add column keys text[];
create index theme_by_key on theme using gin (keys)
  where state in ('submitted', 'passed', 'checked', 'noticed', 'in-force');
create index theme_without_keys on theme (id) where keys is null;

-- In how many themes under way or in force a key stands, counted each night; the empty key stands in all of them. A key
-- that is not here stands in one of them, or none.
create table theme_key (
  key text primary key,
  themes integer not null check (themes > 0)
);

-- How near two themes are, compared when the words of one of them change or are handed in. Each pair stands here from both
-- sides; whether the other side may be seen now is asked when it is read.
create table theme_near (
  theme_id uuid not null references theme,
  other_id uuid not null references theme,
  percent integer not null check (percent between 1 and 100),
  primary key (theme_id, other_id),
  constraint nothing_is_near_itself check (theme_id <> other_id)
);
create index theme_near_by_percent on theme_near (theme_id, percent desc, other_id);
