-- In which aspect the branch is ahead, and of whom (S04.3): named when a theme is submitted; older ones may lack it.
alter table theme
  add column aspect text not null default '',
  add column comparison text not null default '';
