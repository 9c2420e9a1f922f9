-- A public notice of some subject; which kind of subject is not its business.
create table notice (
  id uuid primary key,
  subject_kind text not null,
  subject_id uuid not null,
  -- the office that handles opinions and objections
  organisation_id uuid not null references organisation,
  -- the organisation whose business is disclosed, where it is one
  concerns_id uuid references organisation,
  scope text not null check (scope in ('party', 'society')),
  title text not null,
  -- what is disclosed: a list of {label, text}
  body jsonb not null,
  days integer not null check (days between 1 and 60),
  checked_by uuid not null references person,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  posted_on date not null,
  last_day date not null,
  -- a day was counted that the State Council had not settled yet
  provisional boolean not null,
  closed_at timestamptz,
  closed_by uuid references person,
  outcome text check (outcome in ('in-effect', 'objection-upheld')),
  constraint a_notice_lasts check (last_day > posted_on),
  constraint a_closed_notice_has_an_outcome check (
    (closed_at is null) = (outcome is null) and (closed_at is null) = (closed_by is null)),
  constraint nobody_checks_what_they_disclose check (checked_by <> opened_by)
);
create unique index a_subject_is_on_one_open_notice on notice (subject_kind, subject_id) where outcome is null;
create index notice_by_subject on notice (subject_kind, subject_id, opened_at);
create index notice_by_posting on notice (posted_on desc, id);
create index notice_by_office on notice (organisation_id, posted_on desc);

-- Words on a notice. An unnamed one has no person, a random id, and no time finer than the day.
create table opinion (
  id uuid primary key,
  notice_id uuid not null references notice,
  person_id uuid references person,
  text text not null,
  given_on date not null,
  disposition text check (disposition in ('adopted', 'partly', 'declined', 'groundless')),
  reply text,
  -- which words changed: a list of {where, before, after}
  wordings jsonb not null default '[]',
  answered_by uuid references person,
  answered_at timestamptz,
  constraint an_answer_is_whole check (
    (disposition is null) = (reply is null) and (disposition is null) = (answered_by is null)
    and (disposition is null) = (answered_at is null)),
  constraint adopted_means_words_changed check (disposition <> 'adopted' or jsonb_array_length(wordings) > 0)
);
create index opinion_by_notice on opinion (notice_id, given_on, id);
create index opinion_by_person on opinion (person_id) where person_id is not null;

create table objection (
  id uuid primary key,
  notice_id uuid not null references notice,
  -- as the objector wrote it: for the handling office alone
  text text not null,
  raised_on date not null,
  -- as the office passes it on, without the person
  substance text,
  result text check (result in ('upheld', 'not-upheld')),
  reply text,
  answered_by uuid references person,
  answered_at timestamptz,
  constraint an_answer_is_whole check (
    (result is null) = (reply is null) and (result is null) = (answered_by is null)
    and (result is null) = (answered_at is null)),
  constraint an_answered_one_was_passed_on check (result is null or substance is not null)
);
create index objection_by_notice on objection (notice_id, raised_on, id);

-- Who objected: name, contact and account, sealed with the installation's key.
create table objector (
  objection_id uuid primary key references objection,
  identity bytea not null
);
comment on table objector is 'append-only';
