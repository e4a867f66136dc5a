-- Every day, for the next days: {day} and {next} are yyyyMMdd. ATTACH blocks no reads or writes of other partitions. CREATE TABLE … PARTITION OF would.
CREATE TABLE results.results_{day} (LIKE results.results INCLUDING DEFAULTS);
ALTER TABLE results.results_{day} ADD CONSTRAINT results_{day}_bound CHECK ("RequestId" >= 'BATCH_{day}' AND "RequestId" < 'BATCH_{next}');
ALTER TABLE results.results ATTACH PARTITION results.results_{day} FOR VALUES FROM ('BATCH_{day}') TO ('BATCH_{next}');
ALTER TABLE results.results_{day} DROP CONSTRAINT results_{day}_bound;
