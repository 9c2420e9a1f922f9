-- What a reorganisation does to themes. A theme in force ends with its branch; where the successor goes on with it, or takes
-- its words as a draft, another row says whose it was. A theme under way goes to the successor as it is.
alter table theme
  add column taken_over_id uuid references theme,
  -- since when it has been in force, first in the branch it was taken over from; null where that is `effective_on`
  add column began_on date,
  add constraint nothing_is_taken_over_from_itself check (taken_over_id <> id),
  add constraint it_began_before_it_was_taken_over check (
    began_on is null or (began_on <= effective_on and taken_over_id is not null));
create index theme_taken_over on theme (taken_over_id) where taken_over_id is not null;

alter table theme drop constraint theme_state_check;
alter table theme add constraint theme_state_check check (state in ('draft', 'submitted', 'returned', 'rejected', 'passed',
  'checked', 'noticed', 'in-force', 'replaced', 'ended', 'abandoned'));
alter table theme drop constraint a_state_has_its_columns;
alter table theme add constraint a_state_has_its_columns check (
  (state = 'submitted') = (stage is not null)
  and (state in ('returned', 'rejected')) = (reasons is not null)
  and (state in ('draft', 'abandoned') or submitted_by is not null)
  and (state in ('checked', 'noticed', 'in-force', 'replaced', 'ended')) = (checked_by is not null)
  and (checked_by is null) = (checked_at is null)
  and (state in ('noticed', 'in-force', 'replaced', 'ended')) = (notice_id is not null)
  and (notice_id is null) = (scope is null)
  and (state in ('in-force', 'replaced', 'ended')) = (effective_on is not null)
  and (state in ('replaced', 'ended')) = (ended_on is not null));
alter table theme_step drop constraint theme_step_step_check;
alter table theme_step add constraint theme_step_step_check check (step in ('drafted', 'submitted', 'withdrawn', 'passed',
  'returned', 'rejected', 'checked', 'check-returned', 'noticed', 'objection-returned', 'in-force', 'abandoned', 'rerouted',
  'handed-over', 'taken-over', 'ended'));
