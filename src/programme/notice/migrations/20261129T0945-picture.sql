-- The picture that is disclosed with the text, where there is one, and what it shows in words.
alter table notice add column picture_id uuid references evidence;
alter table notice add column picture_words text;
alter table notice add constraint a_picture_is_said_in_words
  check ((picture_id is null) = (picture_words is null));
create index notice_by_picture on notice (picture_id) where picture_id is not null;
