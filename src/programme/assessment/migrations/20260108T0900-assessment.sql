-- The year's score of every branch in one cycle, by one rule sheet.
create table assessment (
  id uuid primary key,
  cycle_id uuid not null references cycle,
  -- the organisation that runs the cycle: its office gathers the facts and freezes them
  organisation_id uuid not null references organisation,
  sheet_id uuid not null references sheet,
  -- branches score themselves from 00:00 of the first day to 24:00 of the last
  self_score_from date not null,
  self_score_to date not null,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  frozen_by uuid references person,
  frozen_at timestamptz,
  constraint self_scoring_ends_after_it_begins check (self_score_to >= self_score_from),
  constraint frozen_by_someone_at_some_time check ((frozen_by is null) = (frozen_at is null))
);
create unique index one_assessment_of_a_cycle_by_a_sheet on assessment (cycle_id, sheet_id);
create index assessment_by_opening on assessment (opened_at desc, id);

-- The roster as it stood on opening: who is assessed, and as what.
create table assessed_branch (
  id uuid primary key,
  assessment_id uuid not null references assessment,
  branch_id uuid not null references organisation,
  name text not null,
  region text,
  -- the unit it works in, as a word; empty where it has none
  kind text not null,
  set_up_on date not null,
  path text not null,
  sort_no integer not null,
  -- false for a branch too young by the sheet: it is not rated and leaves the base of the quota
  rated boolean not null,
  constraint a_branch_is_assessed_once unique (assessment_id, branch_id)
);
comment on table assessed_branch is 'append-only';
create index assessed_branch_in_order on assessed_branch (assessment_id, sort_no, id);
create index assessed_branch_by_branch on assessed_branch (branch_id);

-- What a branch gives itself: a list of {indicator, points, note}.
create table self_score (
  assessed_id uuid primary key references assessed_branch,
  scores jsonb not null,
  scored_by uuid not null references person,
  scored_at timestamptz not null
);

-- A fact that a department supplied, with its document; the latest row counts.
create table supplied_fact (
  id bigint generated always as identity primary key,
  assessed_id uuid not null references assessed_branch,
  fact text not null,
  value jsonb not null,
  document text not null check (document <> ''),
  supplied_by uuid not null references person,
  supplied_at timestamptz not null
);
comment on table supplied_fact is 'append-only';
create index supplied_fact_by_branch on supplied_fact (assessed_id, fact, id desc);

-- A formal honour with issuer and document number; what the branch itself enters counts once the office confirmed it.
create table honour (
  id uuid primary key,
  assessed_id uuid not null references assessed_branch,
  fact text not null,
  level text not null,
  matter text not null check (matter <> ''),
  issuer text not null check (issuer <> ''),
  document text not null check (document <> ''),
  awarded_on date not null,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint confirmed_by_someone_at_some_time check ((confirmed_by is null) = (confirmed_at is null)),
  constraint withdrawn_with_a_reason check (
    (withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawn_reason is null))
);
create index honour_by_branch on honour (assessed_id);

-- Which assessor scores which branch.
create table assessor_assignment (
  assessed_id uuid not null references assessed_branch,
  assessor_id uuid not null references person,
  assigned_by uuid not null references person,
  assigned_at timestamptz not null,
  primary key (assessed_id, assessor_id)
);
create index assignment_by_assessor on assessor_assignment (assessor_id);

-- A mark with its reason; the assessor's latest row counts.
create table rating (
  id bigint generated always as identity primary key,
  assessed_id uuid not null references assessed_branch,
  assessor_id uuid not null references person,
  fact text not null,
  points text not null,
  reason text not null check (reason <> ''),
  compared_with text not null,
  rated_at timestamptz not null
);
comment on table rating is 'append-only';
create index rating_by_branch on rating (assessed_id, fact, assessor_id, id desc);

-- The count of a survey on paper: typed in by one person and again by another. Until then it is sealed with the
-- installation's key; afterwards the votes are kept only where there are enough of them.
create table survey_count (
  assessed_id uuid not null references assessed_branch,
  fact text not null,
  voters text not null,
  held_on date not null,
  sealed bytea,
  eligible integer check (eligible >= 0),
  valid integer check (valid >= 0),
  satisfied integer check (satisfied >= 0),
  too_few boolean not null default false,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  primary key (assessed_id, fact, voters),
  constraint two_people_count check (confirmed_by <> entered_by),
  constraint satisfied_are_among_the_valid check (satisfied <= valid and valid <= eligible),
  constraint sealed_until_confirmed check (
    (confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (sealed is not null)
    and (confirmed_by is not null or (valid is null and not too_few))),
  constraint too_few_are_not_kept check (not too_few or (eligible is null and valid is null and satisfied is null))
);

-- What the scores are computed from, once frozen: every input with the hash of its canonical JSON. A correction adds a row.
create table assessment_input (
  assessment_id uuid not null references assessment,
  -- `<branch>` is a branch with its self-score, `<branch>/fact/<key>` a fact
  input text not null,
  version integer not null check (version >= 1),
  assessed_id uuid not null references assessed_branch,
  data jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (assessment_id, input, version)
);
comment on table assessment_input is 'append-only';
create index assessment_input_by_branch on assessment_input (assessed_id);

-- What the engine made of them: the whole score, and its total and level. A correction adds a row.
create table assessment_result (
  assessed_id uuid not null references assessed_branch,
  version integer not null check (version >= 1),
  assessment_id uuid not null references assessment,
  -- null for a branch that is not rated
  score jsonb,
  total text,
  level text,
  computed_at timestamptz not null,
  primary key (assessed_id, version)
);
comment on table assessment_result is 'append-only';
create index assessment_result_by_assessment on assessment_result (assessment_id, version);

-- Who stands behind 考评人1 of a branch: for the office alone.
create table assessor_label (
  assessed_id uuid not null references assessed_branch,
  label text not null,
  assessor_id uuid not null references person,
  primary key (assessed_id, label),
  constraint an_assessor_has_one_label unique (assessed_id, assessor_id)
);
comment on table assessor_label is 'append-only';

-- A frozen fact that was wrong: proposed by one person, decided by another.
create table correction (
  id uuid primary key,
  assessed_id uuid not null references assessed_branch,
  fact text not null,
  before jsonb not null,
  after jsonb not null,
  document text not null check (document <> ''),
  reason text not null check (reason <> ''),
  proposed_by uuid not null references person,
  proposed_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  -- the version it made; null while open or when refused
  version integer,
  refusal text,
  constraint two_people_correct check (decided_by <> proposed_by),
  constraint a_decision_is_whole check (
    (decided_by is null) = (decided_at is null) and (decided_by is null or (version is null) <> (refusal is null))
    and (decided_by is not null or (version is null and refusal is null)))
);
create unique index one_open_correction_of_a_fact on correction (assessed_id, fact) where decided_by is null;
