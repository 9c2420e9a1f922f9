-- What kinds of duties there are: their words and where they are done, as the capability that opens them says it.
create table duty_kind (
  name text primary key,
  title_zh text not null,
  title_en text not null,
  portal text,
  desk text,
  constraint a_duty_opens_on_a_page_of_our_own check (portal ~ '^/[a-z]' and desk ~ '^/[a-z]')
);

-- Something an organisation has to do by a day (责任事项); which kind of subject it is about is not its business.
create table duty (
  id uuid primary key,
  kind text not null references duty_kind,
  subject_kind text not null,
  subject_id uuid not null,
  -- the organisation that has to do it
  organisation_id uuid not null references organisation,
  -- tells apart what comes again: a theme that is submitted a second time is reviewed a second time
  round integer not null default 0 check (round >= 0),
  cycle_id uuid references cycle,
  -- the name of the one thing it is about, for people
  about text not null default '',
  -- the last day on which it is done in time
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'fulfilled', 'void')),
  -- null when it came with a date
  opened_by uuid references person,
  opened_at timestamptz not null,
  fulfilled_by uuid references person,
  fulfilled_at timestamptz,
  late boolean,
  voided_by uuid references person,
  voided_at timestamptz,
  void_reason text,
  -- when the two responsible persons of the due day were written down
  written_at timestamptz,
  constraint one_duty_of_a_kind_for_a_subject unique (kind, subject_kind, subject_id, organisation_id, round),
  constraint a_state_has_its_columns check (
    (state = 'fulfilled') = (fulfilled_at is not null)
    and (fulfilled_at is null) = (fulfilled_by is null) and (fulfilled_at is null) = (late is null)
    and (state = 'void') = (voided_at is not null) and (voided_at is null) = (void_reason is null)
    and (voided_by is null or voided_at is not null)),
  constraint late_means_after_the_due_day check (
    late = ((fulfilled_at at time zone 'Asia/Shanghai')::date > due_on)),
  constraint void_for_a_reason check (void_reason <> ''),
  constraint written_down_when_the_due_day_is_over check (
    (written_at at time zone 'Asia/Shanghai')::date > due_on)
);
create index duty_by_subject on duty (subject_kind, subject_id);
create index duty_by_organisation on duty (organisation_id, due_on, id);
create index duty_open_by_day on duty (due_on, id) where state = 'open';
create index duty_to_be_written on duty (due_on, id) where written_at is null and state <> 'void';

-- Who answered for a duty on its due day, written down once: a post that nobody held is kept as vacant.
create table duty_holder (
  duty_id uuid not null references duty,
  responsibility text not null check (responsibility in ('direct', 'primary')),
  state text not null check (state in ('held', 'vacant', 'none-above')),
  organisation_id uuid references organisation,
  person_id uuid references person,
  primary key (duty_id, responsibility),
  constraint a_state_has_its_columns check (
    (state = 'held') = (person_id is not null) and (state = 'none-above') = (organisation_id is null)),
  constraint only_the_topmost_has_none_above check (state <> 'none-above' or responsibility = 'primary')
);
comment on table duty_holder is 'append-only';
create index duty_holder_by_person on duty_holder (person_id, duty_id) where person_id is not null;
