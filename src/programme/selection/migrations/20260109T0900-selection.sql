-- Choosing the branches to be named, from one frozen assessment.
create table selection (
  id uuid primary key,
  assessment_id uuid not null references assessment,
  cycle_id uuid not null references cycle,
  -- whose programme it is: its office runs, discloses and concludes it
  organisation_id uuid not null references organisation,
  title text not null check (char_length(title) between 1 and 200),
  year integer not null,
  state text not null check (state in ('prepared', 'run', 'noticed', 'final', 'set-aside')),
  prepared_by uuid not null references person,
  prepared_at timestamptz not null,
  run_id uuid,
  checked_by uuid references person,
  checked_at timestamptz,
  notice_id uuid references notice,
  scope text check (scope in ('party', 'society')),
  concluded_by uuid references person,
  concluded_on date,
  reason text,
  constraint checked_by_someone_at_some_time check ((checked_by is null) = (checked_at is null)),
  constraint concluded_by_someone_on_some_day check ((concluded_by is null) = (concluded_on is null)),
  constraint a_state_has_its_columns check (
    (state = 'prepared') = (run_id is null)
    and (checked_by is null or state <> 'prepared')
    and (state not in ('noticed', 'final', 'set-aside') or checked_by is not null)
    and (state in ('noticed', 'final', 'set-aside')) = (notice_id is not null)
    and (notice_id is null) = (scope is null)
    and (state in ('final', 'set-aside')) = (concluded_on is not null)
    and (state = 'set-aside') = (reason is not null))
);
create unique index one_selection_stands_for_an_assessment on selection (assessment_id) where state <> 'set-aside';
create index selection_by_year on selection (year desc, id);
create index selection_by_notice on selection (notice_id) where notice_id is not null;

-- One computation, as it can be handed out and repeated: the file holds sheet, inputs, steps, result and root.
create table selection_run (
  id uuid primary key,
  selection_id uuid not null references selection,
  -- counts the runs of a selection from 1: each ruling makes another
  number integer not null check (number >= 1),
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  file text not null,
  sheet_code text not null,
  sheet_title text not null,
  -- what society gets: who is named and why, counts, quotas, root
  digest jsonb,
  quotas jsonb not null,
  -- what the sheet leaves to a ruling: branch, clause or gate, the question, possible readings
  open_items jsonb not null,
  rated integer not null,
  named integer not null,
  run_by uuid not null references person,
  run_at timestamptz not null,
  constraint runs_of_a_selection_are_counted unique (selection_id, number),
  constraint a_digest_waits_for_every_ruling check (digest is null or jsonb_array_length(open_items) = 0)
);
comment on table selection_run is 'append-only';

create table selection_line (
  run_id uuid not null references selection_run,
  branch_id uuid not null references organisation,
  name text not null,
  region text,
  title text not null check (title in ('named', 'not-named', 'needs-ruling', 'not-rated')),
  total text,
  level text,
  -- points by indicator and clause, gates, vetoes, grounds
  result jsonb not null,
  primary key (run_id, branch_id)
);
comment on table selection_line is 'append-only';
create index selection_line_by_branch on selection_line (branch_id, run_id);

-- A decision where the sheet decides nothing; a later one about the same takes the place of an earlier, which stays.
create table selection_ruling (
  id bigint generated always as identity primary key,
  selection_id uuid not null references selection,
  branch_id uuid not null references organisation,
  about text not null check (about in ('clause', 'gate', 'naming')),
  code text not null,
  points text,
  holds boolean,
  ground text not null check (ground <> ''),
  ruled_by uuid not null references person,
  ruled_at timestamptz not null,
  constraint points_for_a_clause_yes_or_no_for_the_rest check (
    (about = 'clause') = (points is not null) and (about = 'clause') = (holds is null))
);
comment on table selection_ruling is 'append-only';
create index selection_ruling_by_selection on selection_ruling (selection_id, id);

alter table selection add constraint its_run_exists foreign key (run_id) references selection_run;

-- What a branch was given by a selection, and from when to when.
create table title (
  id uuid primary key,
  branch_id uuid not null references organisation,
  selection_id uuid not null references selection,
  run_id uuid not null references selection_run,
  cycle_id uuid not null references cycle,
  year integer not null,
  state text not null check (state in ('named', 'warned', 'rectifying', 'removed')),
  named_on date not null,
  -- the first day on which it is no longer held
  ended_on date,
  scope text not null check (scope in ('party', 'society')),
  grounds jsonb not null,
  constraint a_title_lasts check (ended_on is null or ended_on >= named_on),
  constraint only_a_removed_title_has_ended check ((state = 'removed') = (ended_on is not null)),
  constraint a_branch_is_named_once_by_a_selection unique (branch_id, selection_id)
);
create index title_by_branch on title (branch_id, named_on desc);
create index title_by_day on title (named_on, id);
