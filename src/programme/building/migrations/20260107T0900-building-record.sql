-- Text without blanks and in small letters: what a search compares.
create function folded(words text) returns text language sql immutable strict parallel safe as
  $$ select lower(regexp_replace(words, '\s', '', 'g')) $$;

-- All pairs of neighbouring characters: Chinese has no blanks between words, and two characters are most of its words.
-- It does not call folded(): while an index is built, functions see no schema but pg_catalog.
create function bigrams(words text) returns text[] language sql immutable strict parallel safe as
  $$ select coalesce(array_agg(distinct substr(small, at, 2)), '{}')
     from (select lower(regexp_replace(words, '\s', '', 'g'))) as folding (small),
       generate_series(1, length(small) - 1) as at $$;

-- 创建记录: what a branch did, entered once and used by the ledger, the assessment, reports and columns.
create table building_record (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  -- the programme year in whose open term it was entered
  cycle_id uuid not null references cycle,
  happened_on date not null,
  kind text not null check (kind in ('members-meeting', 'committee-meeting', 'core-task', 'activity', 'problem-solved',
    'training', 'partner', 'good-deed', 'adopted', 'other')),
  sentence text not null check (char_length(sentence) between 1 and 200),
  force text check (force in ('creativity', 'cohesion', 'effectiveness', 'image')),
  -- name, value as an exact decimal, unit, qualifier
  figures jsonb not null,
  document_number text,
  evidence_id uuid references evidence,
  -- the branch whose practice was taken over
  learnt_from_id uuid references organisation,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  state text not null check (state in ('standing', 'withdrawn')),
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint only_an_adopted_practice_names_a_branch check (learnt_from_id is null or kind = 'adopted'),
  constraint nobody_learns_from_itself check (learnt_from_id <> organisation_id),
  constraint only_a_solved_problem_is_confirmed check (confirmed_at is null or kind = 'problem-solved'),
  constraint confirmed_by_someone_at_some_time check ((confirmed_by is null) = (confirmed_at is null)),
  constraint a_state_has_its_columns check (
    (state = 'withdrawn') = (withdrawn_at is not null) and
    (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index building_record_by_day on building_record (happened_on desc, id desc);
create index building_record_by_organisation on building_record (organisation_id, happened_on desc, id desc);
create index building_record_by_branch_learnt_from on building_record (learnt_from_id, happened_on) where learnt_from_id is not null;
create index building_record_by_words on building_record using gin (bigrams(sentence));

-- What a record said before each correction, and why it was corrected.
create table building_record_version (
  record_id uuid not null references building_record,
  version integer not null check (version > 0),
  happened_on date not null,
  kind text not null,
  sentence text not null,
  force text,
  figures jsonb not null,
  document_number text,
  evidence_id uuid references evidence,
  learnt_from_id uuid references organisation,
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  replaced_by uuid not null references person,
  replaced_at timestamptz not null,
  reason text not null,
  primary key (record_id, version)
);
comment on table building_record_version is 'append-only';
