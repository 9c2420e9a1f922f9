-- What was decided where a sheet decides nothing about a score: by which kind of branch it is assessed, what a clause counts,
-- which level it has. Of several about the same the latest counts; the others stay.
create table score_ruling (
  id uuid primary key,
  assessed_id uuid not null references assessed_branch,
  about text not null check (about in ('kind', 'clause', 'level')),
  -- the clause; empty for the other two
  code text not null,
  -- the kind, the points or the level
  decided text not null check (decided <> ''),
  ground text not null check (ground <> ''),
  ruled_by uuid not null references person,
  ruled_at timestamptz not null,
  -- the version of the scores it made
  version integer not null check (version >= 2),
  constraint only_a_clause_has_a_code check ((about = 'clause') = (code <> ''))
);
comment on table score_ruling is 'append-only';
create index score_ruling_by_branch on score_ruling (assessed_id, version desc);
