-- Retention, after all batches of the day are finished and old enough. Both transactions can be repeated. The first one refuses late messages, as today,
-- and removes what stays in tables without partitions; the service runs it per 100 batches.
BEGIN;
INSERT INTO results.removed_batches ("RequestId", "RemovedAt")
    SELECT "RequestId", now() FROM results.batches WHERE "RequestId" >= 'BATCH_{day}' AND "RequestId" < 'BATCH_{next}'
    ON CONFLICT DO NOTHING;
DELETE FROM results.review_log USING results.receipts
    WHERE receipts."ReceiptId" = review_log."ReceiptId" AND receipts."RequestId" >= 'BATCH_{day}' AND receipts."RequestId" < 'BATCH_{next}';
DELETE FROM results.receipts WHERE "RequestId" >= 'BATCH_{day}' AND "RequestId" < 'BATCH_{next}';
DELETE FROM results.batches WHERE "RequestId" >= 'BATCH_{day}' AND "RequestId" < 'BATCH_{next}';
COMMIT;

-- The second one holds its lock on all results only for the drop.
BEGIN;
SET LOCAL lock_timeout = '2s';
DROP TABLE IF EXISTS results.results_{day};
COMMIT;
