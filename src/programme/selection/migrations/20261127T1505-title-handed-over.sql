-- A title whose branch ends in a reorganisation: its successor goes on with it, or it ends for the reason of the document.
alter table title
  add column end_ground text,
  add column taken_over_id uuid references title,
  -- since when it has been held, first by the branch it was taken over from; null where that is `named_on`
  add column began_on date,
  drop constraint title_state_check,
  add constraint title_state_check check (state in ('named', 'warned', 'rectifying', 'removed', 'ended')),
  drop constraint only_a_removed_title_has_ended,
  add constraint only_a_removed_or_ended_title_is_over check ((state in ('removed', 'ended')) = (ended_on is not null)),
  add constraint what_ended_with_its_branch_says_why check ((state = 'ended') = (end_ground is not null)),
  add constraint an_end_has_its_ground check (end_ground <> ''),
  add constraint no_title_is_taken_over_from_itself check (taken_over_id <> id),
  add constraint what_was_taken_over_began_before check (
    (began_on is null) = (taken_over_id is null) and (began_on is null or began_on <= named_on));
create index title_taken_over on title (taken_over_id) where taken_over_id is not null;
