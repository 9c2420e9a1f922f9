-- 征集建议: a branch asks its members and staff before it hands in a theme, and its members' meeting adopts what came of it.
create table theme_call (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  cycle_id uuid not null references cycle,
  question text not null check (question <> ''),
  -- suggestions are taken until 24:00 of this day
  last_day date not null,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  -- suggestions on paper of which only the number was told
  uncopied integer not null default 0 check (uncopied between 0 and 10000),
  state text not null check (state in ('open', 'adopted', 'dropped')),
  -- the members' meeting that adopted it: a day and two counts, no names
  meeting_on date,
  present integer,
  in_favour integer,
  drop_reason text check (drop_reason <> ''),
  closed_by uuid references person,
  closed_at timestamptz,
  constraint a_state_has_its_columns check (
    (state = 'open') = (closed_at is null) and (closed_at is null) = (closed_by is null)
    and (state = 'adopted') = (meeting_on is not null)
    and (meeting_on is null) = (present is null) and (meeting_on is null) = (in_favour is null)
    and (state = 'dropped') = (drop_reason is not null)),
  constraint adopted_by_more_than_half_of_those_present check (
    present between 1 and 10000 and in_favour between 0 and present and 2 * in_favour > present)
);
create unique index one_open_call on theme_call (organisation_id) where state = 'open';
create index theme_call_by_organisation on theme_call (organisation_id, opened_at desc, id);

-- What somebody suggested. An unnamed one has no person, a random id, and no time finer than the day.
create table contribution (
  id uuid primary key,
  call_id uuid not null references theme_call,
  person_id uuid references person,
  on_paper boolean not null,
  text text not null check (text <> ''),
  given_on date not null,
  uptake text check (uptake in ('taken-up', 'partly', 'not-taken-up')),
  -- the words of the theme that came of it
  words text check (words <> ''),
  -- why it was not taken up, or not all of it
  reason text check (reason <> ''),
  -- told in the summary by what became of it only
  withheld boolean not null default false,
  handled_by uuid references person,
  handled_at timestamptz,
  constraint what_is_on_paper_is_unsigned check (person_id is null or not on_paper),
  constraint a_handled_one_says_what_became_of_it check (
    (uptake is null) = (handled_at is null) and (uptake is null) = (handled_by is null)
    and coalesce(uptake in ('taken-up', 'partly'), false) = (words is not null)
    and coalesce(uptake in ('partly', 'not-taken-up'), false) = (reason is not null))
);
create index contribution_by_call on contribution (call_id, given_on, id);
create index contribution_by_person on contribution (person_id) where person_id is not null;

-- The call on which a theme rests: what is known from it is not typed again.
alter table theme
  add column call_id uuid references theme_call,
  add constraint how_members_took_part_is_asked_once check (call_id is null or adoption is null);
create unique index one_theme_rests_on_a_call on theme (call_id) where state not in ('rejected', 'abandoned');
