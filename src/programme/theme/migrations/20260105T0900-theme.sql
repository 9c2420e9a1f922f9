-- What a branch builds its brand around.
create table theme (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  cycle_id uuid not null references cycle,
  -- the organisation that runs the cycle: its office discloses the theme
  steward_id uuid not null references organisation,
  state text not null check (state in
    ('draft', 'submitted', 'returned', 'rejected', 'passed', 'checked', 'noticed', 'in-force', 'replaced')),
  name text not null check (char_length(name) between 1 and 300),
  meaning text not null,
  strengths text not null,
  tie text not null,
  lasting text not null,
  goals text not null,
  slogan text not null,
  -- how the members made it their own before it was submitted: suggestions, takenUp, meetingOn, present; no names
  adoption jsonb,
  pinyin text not null,
  initials text not null,
  -- the two-character runs of name and meaning, to find near ones
  grams text[] not null,
  drafted_by uuid not null references person,
  drafted_at timestamptz not null,
  -- how often it was submitted
  round integer not null default 0 check (round >= 0),
  submitted_by uuid references person,
  submitted_at timestamptz,
  -- the organisations that review it, nearest first, as they stood on submission
  route uuid[] not null default '{}',
  stage integer,
  stage_organisation_id uuid references organisation,
  reasons text,
  checked_by uuid references person,
  checked_at timestamptz,
  notice_id uuid references notice,
  scope text check (scope in ('party', 'society')),
  effective_on date,
  ended_on date,
  -- since when it has been in this state, and at this stage of it
  since timestamptz not null,
  constraint submitted_by_someone_at_some_time check ((submitted_by is null) = (submitted_at is null)),
  constraint a_stage_is_of_its_route check (
    (stage is null) = (stage_organisation_id is null) and (stage is null or route[stage + 1] = stage_organisation_id)),
  constraint nobody_checks_what_they_proposed check (checked_by <> drafted_by and checked_by <> submitted_by),
  constraint a_state_has_its_columns check (
    (state = 'submitted') = (stage is not null)
    and (state in ('returned', 'rejected')) = (reasons is not null)
    and (state = 'draft' or submitted_by is not null)
    and (state in ('checked', 'noticed', 'in-force', 'replaced')) = (checked_by is not null)
    and (checked_by is null) = (checked_at is null)
    and (state in ('noticed', 'in-force', 'replaced')) = (notice_id is not null)
    and (notice_id is null) = (scope is null)
    and (state in ('in-force', 'replaced')) = (effective_on is not null)
    and (state = 'replaced') = (ended_on is not null))
);
create unique index one_theme_under_way on theme (organisation_id)
  where state in ('draft', 'submitted', 'returned', 'passed', 'checked', 'noticed');
create unique index one_theme_in_force on theme (organisation_id) where state = 'in-force';
create index theme_by_organisation on theme (organisation_id, drafted_at desc);
create index theme_by_state on theme (state, since, id);
create index theme_by_stage on theme (stage_organisation_id, since, id) where state = 'submitted';
create index theme_by_drafter on theme (drafted_by, drafted_at desc);
create index theme_by_drafting on theme (drafted_at desc, id);
create index theme_by_initials on theme (initials text_pattern_ops) where state = 'in-force';
create index theme_by_gram on theme using gin (grams);
create index theme_by_notice on theme (notice_id) where notice_id is not null;

-- Every step on a theme's way: who, in which post, when, with what words, after how many days of waiting.
create table theme_step (
  id bigint generated always as identity primary key,
  theme_id uuid not null references theme,
  round integer not null,
  step text not null check (step in ('drafted', 'submitted', 'withdrawn', 'passed', 'returned', 'rejected', 'checked',
    'check-returned', 'noticed', 'objection-returned', 'in-force')),
  person_id uuid not null references person,
  post text not null,
  organisation_id uuid not null references organisation,
  comment text not null,
  at timestamptz not null,
  waited_days integer not null check (waited_days >= 0),
  constraint sent_back_with_reasons check (
    step not in ('returned', 'rejected', 'check-returned', 'objection-returned') or comment <> '')
);
comment on table theme_step is 'append-only';
create index theme_step_by_theme on theme_step (theme_id, id);
create index theme_step_by_person on theme_step (person_id, id desc);
