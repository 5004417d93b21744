-- Whether this person is shown who is writing, and others who have the same are shown when they are. Only this wish is
-- kept; that somebody is writing is told to open pages and kept nowhere.
alter table person add column writing_hints boolean not null default false;
