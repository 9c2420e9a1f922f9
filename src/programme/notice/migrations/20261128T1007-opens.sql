-- The page on which all of its subject stands, for whoever may read the notice; what was put on notice before says nothing.
alter table notice add column opens text constraint notice_opens_a_page check (opens ~ '^/[a-z]+/[0-9a-f-]{36}$');
