-- Step 1 of docs/scaling-design.md: while all services run. No statement blocks reads or writes of rows. {day} is the first day of the first
-- partition, at least one day ahead, so that step 2 runs before it begins.
CREATE UNIQUE INDEX CONCURRENTLY "PK_results_legacy" ON results.results ("Id", "RequestId");
CREATE UNIQUE INDEX CONCURRENTLY "IX_results_legacy_ResultFile_RequestId" ON results.results ("ResultFile", "RequestId");
ALTER TABLE results.results ADD CONSTRAINT results_legacy_bound CHECK ("RequestId" < 'BATCH_{day}') NOT VALID;
ALTER TABLE results.results VALIDATE CONSTRAINT results_legacy_bound;
