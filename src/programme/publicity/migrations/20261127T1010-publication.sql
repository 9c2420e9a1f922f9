-- 宣传稿件: what a branch publishes of its brand, inside the Party or to society, after a named confidentiality check and an
-- approval by somebody else.
create table publication (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  cycle_id uuid not null references cycle,
  -- the organisation that runs the cycle: its office approves, and inside the Party means its people
  steward_id uuid not null references organisation,
  state text not null check (state in
    ('draft', 'submitted', 'returned', 'checked', 'published', 'withdrawn', 'dropped')),
  kind text not null check (kind in ('good-deed', 'practice', 'result')),
  title text not null check (char_length(title) between 2 and 60),
  body text not null check (char_length(body) between 10 and 4000),
  -- what the branch wishes, and once it is published how far it went
  scope text not null check (scope in ('party', 'society')),
  -- what the branch states: nobody is named, or each one who is has agreed
  names text not null check (names in ('nobody', 'with-consent')),
  -- how often it was handed in
  round integer not null default 0 check (round >= 0),
  drafted_by uuid not null references person,
  drafted_at timestamptz not null,
  submitted_by uuid references person,
  -- the theme in force whose brand it makes known
  theme_id uuid references theme,
  reasons text,
  checked_by uuid references person,
  checked_at timestamptz,
  approved_by uuid references person,
  published_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  -- since when it has been in this state
  since timestamptz not null,
  constraint nobody_checks_what_they_wrote check (checked_by <> drafted_by and checked_by <> submitted_by),
  constraint nobody_approves_what_they_wrote_or_checked check (
    approved_by <> drafted_by and approved_by <> submitted_by and approved_by <> checked_by),
  constraint a_publication_state_has_its_columns check (
    (state in ('draft', 'dropped')) = (submitted_by is null)
    and (submitted_by is null) = (theme_id is null)
    and (state in ('returned', 'withdrawn')) = (reasons is not null)
    and (state in ('checked', 'published', 'withdrawn')) = (checked_by is not null)
    and (checked_by is null) = (checked_at is null)
    and (state in ('published', 'withdrawn')) = (approved_by is not null)
    and (approved_by is null) = (published_at is null)
    and (state = 'withdrawn') = (withdrawn_by is not null)
    and (withdrawn_by is null) = (withdrawn_at is null))
);
create index publication_by_organisation on publication (organisation_id, since desc, id desc);
create index publication_by_state on publication (state, since desc, id desc);
create index publication_by_change on publication (since desc, id desc);
create index publication_by_day on publication (published_at desc, id desc) where state = 'published';
create index publication_by_theme on publication (theme_id) where theme_id is not null;

-- The records that it cites, with their words as they were when it was handed in: what was checked is what is published.
create table publication_citation (
  publication_id uuid not null references publication,
  number integer not null check (number > 0),
  record_id uuid not null references building_record,
  happened_on date not null,
  kind text not null,
  sentence text not null,
  primary key (publication_id, number),
  constraint a_record_is_cited_once unique (publication_id, record_id)
);
create index publication_citation_by_record on publication_citation (record_id);

-- Whom it names, and that they agreed to it.
create table publication_person (
  publication_id uuid not null references publication,
  number integer not null check (number > 0),
  name text not null check (char_length(name) between 2 and 30),
  consented_on date not null,
  way text not null check (way in ('signed', 'message', 'meeting')),
  primary key (publication_id, number)
);

-- Every step on its way: who, for which organisation, when, with what words.
create table publication_step (
  id bigint generated always as identity primary key,
  publication_id uuid not null references publication,
  round integer not null,
  step text not null check (step in ('submitted', 'checked', 'returned', 'published', 'withdrawn', 'dropped')),
  person_id uuid not null references person,
  comment text not null,
  at timestamptz not null,
  constraint returned_and_withdrawn_with_reasons check (step not in ('returned', 'withdrawn') or comment <> '')
);
comment on table publication_step is 'append-only';
create index publication_step_by_publication on publication_step (publication_id, id);
