"""Distributes one job over several processes."""
from multiprocessing import Process


def share(job, args):
    """Runs job(args, part) for every part below args.workers, part 0 in this process; exits when one failed."""
    workers = [Process(target=job, args=(args, part)) for part in range(1, args.workers)]
    for worker in workers:
        worker.start()
    job(args, 0)
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise SystemExit("a worker failed; run again to go on")
