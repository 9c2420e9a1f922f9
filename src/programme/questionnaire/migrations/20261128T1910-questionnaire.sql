-- 匿名问卷: asked of groups by slips of paper that are drawn, not assigned. While it is open nobody can read an answer.
create table questionnaire (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  title text not null check (char_length(title) between 2 and 60),
  purpose text not null check (char_length(purpose) <= 1000),
  -- what answering costs one person
  minutes integer not null check (minutes between 1 and 60),
  last_day date not null,
  -- [{kind, text, options, aboutSelf}], in the order in which they are asked
  questions jsonb not null,
  -- the legal office by whose document answers may be given online
  legal_office text check (legal_office <> ''),
  legal_document text check (legal_document <> ''),
  state text not null check (state in ('draft', 'open', 'closed', 'abandoned')),
  drafted_by uuid not null references person,
  drafted_at timestamptz not null,
  approved_by uuid references person,
  approved_at timestamptz,
  opened_by uuid references person,
  opened_at timestamptz,
  -- the half of the key that closes answers; the other half is never in the database
  closing_key bytea,
  closed_by uuid references person,
  closed_at timestamptz,
  -- what is told of each question: released once
  result jsonb,
  abandoned_reason text check (abandoned_reason <> ''),
  constraint online_by_an_office_and_its_document check ((legal_office is null) = (legal_document is null)),
  constraint nobody_agrees_to_a_questionnaire_of_their_own check (approved_by <> drafted_by),
  constraint agreed_by_someone_at_some_time check ((approved_by is null) = (approved_at is null)),
  constraint a_draft_is_not_open check (
    (state = 'draft') = (opened_at is null) and (opened_at is null) = (opened_by is null)),
  constraint only_an_open_one_takes_answers check ((state = 'open') = (closing_key is not null)),
  constraint an_ended_one_was_ended_by_someone check (
    (state in ('closed', 'abandoned')) = (closed_at is not null) and (closed_at is null) = (closed_by is null)),
  constraint a_closed_one_has_its_result check ((state = 'closed') = (result is not null)),
  constraint an_abandoned_one_says_why check ((state = 'abandoned') = (abandoned_reason is not null))
);
create index questionnaire_by_organisation on questionnaire (organisation_id, drafted_at desc, id);
create index questionnaire_by_day on questionnaire (last_day desc, id desc);

-- Who is asked, and how many slips they have.
create table questionnaire_group (
  questionnaire_id uuid not null references questionnaire on delete cascade,
  organisation_id uuid not null references organisation,
  slips integer not null check (slips between 1 and 5000),
  primary key (questionnaire_id, organisation_id)
);
create index questionnaire_group_by_organisation on questionnaire_group (organisation_id);

-- One slip each: who has which is written nowhere. Gone when the questionnaire ends.
create table slip (
  code_hash text primary key,
  questionnaire_id uuid not null references questionnaire,
  organisation_id uuid not null references organisation,
  used boolean not null default false
);
create index slip_by_group on slip (questionnaire_id, organisation_id) where not used;

-- An answer, closed: no slip, no group, no person, no time. Gone when the questionnaire ends.
create table closed_answer (
  id uuid primary key,
  questionnaire_id uuid not null references questionnaire,
  closed bytea not null
);
create index closed_answer_by_questionnaire on closed_answer (questionnaire_id);
