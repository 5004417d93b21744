-- The ladder: what stewards decide, what it does, and how it is taken back.

-- Taken out of sight by stewards, apart from what hosts hide, so that giving it back leaves everything else as it was.
alter table message add column withheld_at timestamptz;
