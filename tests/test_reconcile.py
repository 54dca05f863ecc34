"""The use case on lists: what is sent and what is not, how far a run goes, and where the next one begins."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from filings.job import Inventory, Job, JobMoved, JobRefused, Settled, StoredVersion, Stretch
from filings.job_request import Continue, Start, Status, Stop, read_request
from filings.reconcile import Limits, Reconciler, shuffled

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
HOURS = dt.timedelta(hours=1)
DAYS = dt.timedelta(days=1)


class FakeVersions:
    """A list; a position is a place in it. `reads` are the sizes that were asked for."""

    def __init__(self, versions):
        self.versions, self.reads = versions, []

    def after(self, position, most):
        start = int(position or 0)
        self.reads.append(most)
        end = start + most
        return Stretch(tuple(self.versions[start:end]), str(end) if end < len(self.versions) else None)


class FakeQueue:
    def __init__(self):
        self.sent, self.waiting = [], 0

    def depth(self):
        return self.waiting

    def send(self, versions, origin):
        self.sent += [(version, origin) for version in versions]
        self.waiting += len(versions)

    @property
    def versions(self):
        return [version for version, _ in self.sent]


class FakeOutcomes(dict):
    def of(self, versions):
        return {version: self[version] for version in versions if version in self}


class FakeJobs(dict):
    def get(self, name):
        return super().get(name)

    def all(self):
        return list(self.values())

    def keep(self, job):
        if name_is_new := job.name not in self:
            assert job.step == 0
        if not name_is_new and self[job.name].step != job.step:
            raise JobMoved(job.name)
        self[job.name] = replace(job, step=job.step + 1)
        return self[job.name]


def version(key, *, version_id="v1", age=5 * HOURS):
    return StoredVersion("inbox", key, version_id, 9, NOON - age)


def reconciler_of(versions, **limits):
    given = {"patience": 2 * HOURS, "window": 3 * DAYS, "per_run": 100, "queue_depth": 1000} | limits
    listed = FakeVersions(versions)
    return Reconciler(
        lambda job: listed, FakeOutcomes(), FakeQueue(), FakeJobs(), Limits(**given), "1.2.0", lambda: NOON
    )


def run(reconciler, request, **options):
    """Start what is asked for, run it, and give the job as it was kept."""
    job = reconciler.start(read_request(request).job)
    list(reconciler.run([job], **options))
    return reconciler.jobs.get(job.name)


def go_on(reconciler):
    list(reconciler.run(reconciler.unfinished()))


DAILY, ALL, AGAIN = {"reconcile": {}}, {"prefix": ""}, {"reprocess": {"prefix": ""}}


def test_what_is_sent_is_shuffled():
    listed = [version(f"{n:03d}") for n in range(50)]
    reconciler = reconciler_of(listed)
    run(reconciler, ALL)
    assert reconciler.queue.versions == shuffled(listed) != listed


def test_what_has_no_outcome_is_sent_and_what_has_one_is_not():
    lost, known = version("lost"), version("known")
    reconciler = reconciler_of([lost, known])
    reconciler.outcomes[known] = Settled("REVISION", "1.2.0")
    job = run(reconciler, DAILY)
    assert reconciler.queue.sent == [(lost, "reconcile")]
    assert (job.state, job.checked, job.enqueued, job.position) == ("done", 2, 1, None)


@pytest.mark.parametrize(("age", "sent"), [(HOURS, 0), (2 * HOURS, 1), (3 * DAYS, 1), (3 * DAYS + HOURS, 0)])
def test_reconcile_looks_at_what_is_neither_young_nor_old(age, sent):
    reconciler = reconciler_of([version("a", age=age)])
    assert run(reconciler, DAILY).enqueued == sent


def test_a_job_that_stood_still_for_days_looks_back_from_when_it_began():
    listed = [version("a", age=5 * HOURS), version("z", age=3 * DAYS)]
    reconciler = reconciler_of(listed, per_run=1)
    run(reconciler, DAILY)
    go_on(replace(reconciler, now=lambda: NOON + 4 * DAYS))
    assert [found.key for found in reconciler.queue.versions] == ["a", "z"]


def test_a_version_that_fails_again_and_again_is_tried_on_as_many_days_as_reconcile_looks_back():
    reconciler = reconciler_of([version("poison", age=2 * HOURS)])
    for day in range(10):
        run(replace(reconciler, now=lambda day=day: NOON + day * DAYS), DAILY)
    assert len(reconciler.queue.sent) == 3


OF_ANY_AGE = [
    version("old", age=900 * DAYS),
    replace(version("dateless"), last_modified=None),
    version("new", age=HOURS),
]


def test_a_backfill_looks_at_whatever_is_old_and_at_what_has_no_date():
    reconciler = reconciler_of(OF_ANY_AGE)
    run(reconciler, ALL)
    assert {version.key for version in reconciler.queue.versions} == {"old", "dateless"}


def test_reprocess_looks_at_everything_for_what_has_an_outcome_is_not_on_its_way():
    reconciler = reconciler_of(OF_ANY_AGE)
    reconciler.outcomes.update(dict.fromkeys(OF_ANY_AGE, Settled("REVISION", "1.0.0")))
    run(reconciler, AGAIN)
    assert set(reconciler.queue.versions) == set(OF_ANY_AGE)


def test_reprocess_sends_what_an_older_parser_read_and_no_duplicate():
    outcomes = {
        version("revision"): Settled("REVISION", "1.1.0"),
        version("rejected"): Settled("REJECTED", "1.1.0"),
        version("rejected, before versions were noted"): Settled("REJECTED", None),
        version("duplicate"): Settled("DUPLICATE", "1.1.0"),
        version("read by this one"): Settled("REVISION", "1.2.0"),
        version("read by a newer one"): Settled("REVISION", "1.10.0"),
    }
    reconciler = reconciler_of([*outcomes, version("without an outcome")])
    reconciler.outcomes.update(outcomes)
    run(reconciler, AGAIN)
    assert {version.key for version in reconciler.queue.versions} == {
        "revision",
        "rejected",
        "rejected, before versions were noted",
    }
    assert {origin for _, origin in reconciler.queue.sent} == {"reprocess"}


def test_a_run_sends_exactly_what_it_may_and_the_next_ones_the_rest_in_any_density():
    versions = [version(f"{n:04d}") for n in range(250)]
    reconciler = reconciler_of(versions, per_run=40)
    reconciler.outcomes.update({found: Settled("REVISION", "1.2.0") for found in versions[::3]})
    sent = []
    job = run(reconciler, ALL)
    while job.state == "running":
        sent.append(job.enqueued)
        go_on(reconciler)
        job = reconciler.jobs.get(job.name)
    assert sent == [40, 80, 120, 160]
    assert sorted(found.key for found in reconciler.queue.versions) == [
        found.key for place, found in enumerate(versions) if place % 3
    ]


def test_a_full_queue_is_left_until_there_is_room():
    reconciler = reconciler_of([version(f"{n}") for n in range(9)], per_run=3, queue_depth=2)
    job = run(reconciler, ALL)
    assert (job.state, job.enqueued) == ("running", 3)
    go_on(reconciler)
    assert len(reconciler.queue.sent) == 3
    reconciler.queue.waiting = 2
    go_on(reconciler)
    assert len(reconciler.queue.sent) == 6


def test_a_run_without_time_begins_no_stretch():
    reconciler = reconciler_of([version("a")])
    job = run(reconciler, ALL, has_time=lambda: False)
    assert (job.state, job.checked) == ("running", 0)


def test_a_run_that_is_killed_is_repeated_from_the_last_stretch_that_was_kept():
    reconciler = reconciler_of([version(f"{n}") for n in range(9)], per_run=3)
    job = run(reconciler, ALL)

    class Killed(BaseException):
        pass

    class DyingJobs(FakeJobs):
        def keep(self, job):
            raise Killed

    with pytest.raises(Killed):
        list(replace(reconciler, jobs=DyingJobs(reconciler.jobs)).run([job]))
    assert len(reconciler.queue.sent) == 6
    while reconciler.unfinished():
        go_on(reconciler)
    sent = [found.key for found in reconciler.queue.versions]
    assert set(sent) == set("012345678")
    assert len(sent) == 12
    assert reconciler.jobs.get(job.name).enqueued == 9


def test_of_two_runs_at_one_job_the_slower_stops():
    reconciler = reconciler_of([version(f"{n}") for n in range(9)], per_run=3)
    job = reconciler.start(read_request(ALL).job)
    assert len(list(reconciler.run([job]))) == 1
    assert list(reconciler.run([job])) == []
    assert reconciler.jobs.get(job.name).checked == 3


def test_to_ask_again_for_what_runs_changes_nothing_and_for_what_ended_begins_it_again():
    reconciler = reconciler_of([version("a"), version("b")], per_run=1)
    first = run(reconciler, ALL)
    assert reconciler.start(read_request(ALL).job) == first
    go_on(reconciler)
    assert reconciler.jobs.get(first.name).state == "done"
    again = reconciler.start(read_request(ALL).job)
    assert (again.state, again.checked, again.position) == ("running", 0, None)


def test_a_stopped_job_is_not_gone_on_with_and_its_run_ends():
    reconciler = reconciler_of([version(f"{n}") for n in range(9)], per_run=3)
    job = run(reconciler, ALL)
    assert reconciler.stop(job.name).state == "stopped"
    assert reconciler.unfinished() == []
    assert list(reconciler.run([job])) == []
    assert reconciler.jobs.get(job.name).state == "stopped"
    assert reconciler.stop(job.name).state == "stopped"
    with pytest.raises(JobRefused):
        reconciler.stop("backfill nowhere")


def test_what_was_lost_comes_before_every_backfill_and_older_jobs_before_younger():
    reconciler = reconciler_of([])
    for minutes, name in enumerate(["backfill b", "backfill a", "reconcile"]):
        origin = "reconcile" if name == "reconcile" else "backfill"
        reconciler.jobs.keep(Job(name, origin, started_at=NOON + minutes * dt.timedelta(minutes=1)))
    reconciler.jobs.keep(Job("backfill done", "backfill", state="done"))
    assert [job.name for job in reconciler.unfinished()] == ["reconcile", "backfill b", "backfill a"]


def test_a_job_whose_list_went_bad_fails_with_the_reason_and_holds_up_nobody():
    reconciler = reconciler_of([version("a")])
    bad = reconciler.jobs.keep(Job("backfill bad", "backfill", inventory=Inventory("b", "k")))
    good = reconciler.jobs.keep(Job("backfill good", "backfill"))

    def versions(job):
        if job.inventory:
            raise JobRefused("there is no object k in the bucket b")
        return reconciler.versions(job)

    list(replace(reconciler, versions=versions).run([bad, good]))
    assert reconciler.jobs.get(bad.name).state == "failed"
    assert reconciler.jobs.get(bad.name).reason == "there is no object k in the bucket b"
    assert reconciler.jobs.get(good.name).state == "done"


@pytest.mark.parametrize(
    ("fault", "told"), [(JobMoved("backfill bad"), []), (ConnectionError("no answer"), ["no answer"])]
)
def test_a_failure_that_cannot_be_kept_holds_up_nobody_either(fault, told):
    class FaultyJobs(FakeJobs):
        def keep(self, job):
            if job.state == "failed":
                raise fault
            return super().keep(job)

    reconciler = replace(reconciler_of([version("a")]), jobs=FaultyJobs())
    bad, good = (reconciler.jobs.keep(Job(name, "backfill")) for name in ("backfill bad", "backfill good"))

    def versions(job):
        if job.name == bad.name:
            raise JobRefused("there is no such list")
        return reconciler.versions(job)

    *failed, done = replace(reconciler, versions=versions).run([bad, good])
    assert [str(progress.error) for progress in failed] == told
    assert (done.job.name, done.job.state) == (good.name, "done")
    assert reconciler.unfinished() == [bad]


def test_a_job_that_aws_fails_holds_up_nobody_and_is_tried_again():
    reconciler = reconciler_of([version("a")])
    first, second = (reconciler.jobs.keep(Job(name, "backfill")) for name in ("backfill a", "backfill b"))

    def versions(job):
        if job.name == first.name:
            raise ConnectionError("no answer")
        return reconciler.versions(job)

    failed, done = replace(reconciler, versions=versions).run([first, second])
    assert (failed.job, str(failed.error)) == (first, "no answer")
    assert (done.job.state, done.error) == ("done", None)
    assert reconciler.unfinished() == [first]


def test_a_shuffle_parts_neighbours_is_the_same_each_time_and_keeps_a_keys_versions_in_order():
    listed = [version(f"company-{n // 50}/{n:03d}") for n in range(200)]
    once = shuffled(listed)
    assert once == shuffled(listed)
    assert sorted(once, key=lambda found: found.key) == listed
    companies = [found.key.split("/")[0] for found in once]
    same_as_next = sum(one == other for one, other in pairwise(companies))
    assert same_as_next < 80  # of 199; a quarter is what chance gives
    newest_first = [version("a", version_id=f"v{n}") for n in (3, 2, 1)]
    assert [found.version_id for found in shuffled([*newest_first, version("b")]) if found.key == "a"] == [
        "v1",
        "v2",
        "v3",
    ]


def test_every_request_that_the_module_shows_is_one():
    assert read_request(DAILY) == Start(Job("reconcile", "reconcile"))
    assert read_request({"prefix": "2019/"}) == Start(Job("backfill 2019/", "backfill", prefix="2019/"))
    inventory = Inventory("archive", "inventory/manifest.json")
    assert read_request({"inventory": {"bucket": "archive", "key": "inventory/manifest.json"}}) == Start(
        Job("backfill s3://archive/inventory/manifest.json", "backfill", inventory=inventory)
    )
    assert read_request({"reprocess": {"prefix": "2019/"}}) == Start(
        Job("reprocess 2019/", "reprocess", prefix="2019/")
    )
    assert read_request({"continue": {}}) == Continue()
    assert read_request({"status": {}}) == Status()
    assert read_request({"stop": "backfill 2019/"}) == Stop("backfill 2019/")
