-- A branch that ended while its assessment was under way: its assessment ends, and what was gathered is kept.
create table assessed_end (
  assessed_id uuid primary key references assessed_branch,
  -- the one that took over what the branch left
  successor_id uuid not null references organisation,
  ground text not null check (ground <> ''),
  ended_on date not null
);
comment on table assessed_end is 'append-only';
