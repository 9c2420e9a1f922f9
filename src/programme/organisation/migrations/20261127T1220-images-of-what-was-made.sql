-- Whether the file made it, or found it: asked of every table that could name it.
alter table import_image
  add column made boolean not null default false,
  add constraint what_was_made_was_not_there_before check (not made or moment = 'after');
update import_image image set made = true where moment = 'after' and not exists (select from import_image before
  where before.import_id = image.import_id and before.moment = 'before' and before.sheet = image.sheet
    and before.subject_id = image.subject_id);
