-- A picture by which a theme is known, in words too for those who cannot see it. The file itself is evidence of the branch.
alter table theme add column mark_id uuid references evidence;
alter table theme add column mark_words text;
alter table theme add constraint a_mark_is_said_in_words
  check ((mark_id is null) = (mark_words is null) and char_length(mark_words) between 2 and 60);
create index theme_by_mark on theme (mark_id) where mark_id is not null;
