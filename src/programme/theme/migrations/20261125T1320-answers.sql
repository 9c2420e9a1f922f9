-- What a reviewer answered to the questions of the review: by question, answer and remark.
alter table theme_step add column answers jsonb;
-- Steps taken before there were questions stay as they are.
alter table theme_step
  add constraint a_pass_answers_every_question_with_yes check (
    step <> 'passed' or (
      answers is not null and answers ?& array['tie', 'strengths', 'lasting', 'aspect', 'comparison']
      and not jsonb_path_exists(answers, '$.* ? (@.answer != "yes")'))) not valid;
alter table theme_step
  add constraint only_reviews_have_answers check (answers is null or step in ('passed', 'returned', 'rejected'));
