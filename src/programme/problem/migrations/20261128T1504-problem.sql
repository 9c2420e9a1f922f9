-- 问题 (短板、突出问题、薄弱环节): taken on by an organisation, measured against a stated benchmark, confirmed by someone else.
create table problem (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  cycle_id uuid not null references cycle,
  kind text not null check (kind in ('shortcoming', 'outstanding', 'weak-point')),
  title text not null check (char_length(title) between 2 and 60),
  benchmark text not null check (char_length(benchmark) between 1 and 300),
  gap text not null check (char_length(gap) between 1 and 500),
  due_on date not null,
  taken_on_by uuid not null references person,
  taken_on_at timestamptz not null,
  state text not null check (state in ('taken-on', 'measures-set', 'done', 'confirmed')),
  measures text check (char_length(measures) between 1 and 1000),
  measures_by uuid references person,
  measures_at timestamptz,
  result text check (char_length(result) between 1 and 500),
  done_by uuid references person,
  done_at timestamptz,
  return_reason text check (char_length(return_reason) between 1 and 300),
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  constraint measures_come_before_anything_else check ((state = 'taken-on') = (measures is null)),
  constraint measures_are_set_by_someone_at_some_time check (
    (measures is null) = (measures_by is null) and (measures is null) = (measures_at is null)),
  constraint done_says_by_whom_and_what check (
    (state in ('done', 'confirmed')) = (done_at is not null) and
    (done_at is null) = (done_by is null) and (done_at is null) = (result is null)),
  constraint confirmed_by_someone_at_some_time check (
    (state = 'confirmed') = (confirmed_at is not null) and (confirmed_at is null) = (confirmed_by is null)),
  constraint nobody_confirms_what_they_did check (
    confirmed_by <> taken_on_by and confirmed_by <> measures_by and confirmed_by <> done_by)
);
create index problem_by_organisation on problem (organisation_id, due_on, id);
create index problem_by_due_day on problem (due_on, id);

-- The building records that solved it.
create table problem_record (
  problem_id uuid not null references problem,
  record_id uuid not null references building_record,
  primary key (problem_id, record_id)
);
create index problem_record_by_record on problem_record (record_id);
