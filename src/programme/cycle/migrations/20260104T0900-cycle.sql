-- The programme year of an organisation: its goal, aims, principles, calendar, and the approval without which it cannot open.
create table cycle (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  year integer not null check (year between 2000 and 2199),
  title text not null,
  state text not null check (state in ('draft', 'open', 'closed')),
  overall_goal text,
  purpose text,
  meeting_title text,
  meeting_on date,
  aims jsonb not null,
  principles jsonb not null,
  ideas jsonb not null,
  -- what happens when: kind, title, first and last day, region
  calendar jsonb not null,
  approving_body text,
  document_number text,
  term_from date,
  -- the last day of the term
  term_to date,
  scope text check (scope in ('party', 'society')),
  notice_days integer not null check (notice_days between 5 and 60),
  drafted_by uuid not null references person,
  drafted_at timestamptz not null,
  opened_by uuid references person,
  opened_at timestamptz,
  closed_by uuid references person,
  closed_at timestamptz,
  constraint a_meeting_has_a_title_and_a_day check ((meeting_title is null) = (meeting_on is null)),
  constraint a_term_ends_after_it_begins check (term_to >= term_from),
  constraint an_open_cycle_is_approved check (state = 'draft' or (
    overall_goal is not null and approving_body is not null and document_number is not null and term_from is not null
    and term_to is not null and scope is not null and jsonb_array_length(aims) = 4 and jsonb_array_length(principles) = 4
    and jsonb_array_length(calendar) > 0)),
  constraint a_state_has_its_columns check (
    (opened_by is null) = (opened_at is null) and (closed_by is null) = (closed_at is null) and
    case state
      when 'draft' then opened_at is null and closed_at is null
      when 'open' then opened_at is not null and closed_at is null
      else opened_at is not null and closed_at is not null
    end
  )
);
create unique index one_cycle_at_work_for_each_year on cycle (organisation_id, year) where state in ('draft', 'open');
create index cycle_by_year on cycle (year desc, id);
