-- An act says as well how many problems and questionnaires went over.
alter table reorganisation_line drop constraint reorganisation_line_kind_check;
alter table reorganisation_line add constraint reorganisation_line_kind_check check (
  kind in ('people', 'below', 'post', 'theme', 'notice', 'duty', 'tie', 'assessed', 'publication', 'title', 'problem',
    'questionnaire'));
