"""Several actors, one AWS call at a time, in an order that is chosen: every race can be replayed.

Each actor runs in a thread of its own and stops before its AWS calls, each time until it is its turn. `Schedules`
says whose turn it is: it walks through all orders there are, like a clock through its digits, or draws some.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from local.faults import Crash
from local.strict import Call, StrictAws

Actor = Callable[[], object]
Crashing = Callable[[str, int], None]
"""Called in an actor's thread before its call of that number; may raise."""
_PATIENCE = 120  # seconds; an actor that is not back by then hangs


@dataclass
class Actors:
    """Runs actors so that one of them moves at a time, from one AWS call to its next."""

    aws: StrictAws
    choose: Callable[[Sequence[str]], str]
    """Of the names of those who wait before a call: whose turn it is."""
    before_call: Crashing = field(default=lambda name, number: None)
    """Called when the actor's turn has come."""
    stops_at: Callable[[Call], bool] = lambda call: True
    """Before which calls an actor stops; the others it makes within its turn."""
    turns: list[str] = field(default_factory=list)
    """Who moved, in order."""

    def run(self, actors: Mapping[str, Actor]) -> None:
        """Until all have ended. What an actor raises is its own affair."""
        self._threads = {name: _Thread(name, actor) for name, actor in actors.items()}
        self.aws.before.insert(0, self._gate)
        try:
            waiting = [thread for thread in self._threads.values() if thread.move()]  # each up to its first call
            while waiting:
                name = self.choose([thread.name for thread in waiting])
                self.turns.append(name)
                waiting = [thread for thread in waiting if thread.name != name or thread.move()]
        finally:
            self.aws.before.remove(self._gate)

    def _gate(self, call: Call) -> None:
        if not self.stops_at(call):
            return
        thread = self._threads[threading.current_thread().name]
        thread.stop()
        self.before_call(thread.name, thread.stops)


class _Thread(threading.Thread):
    """An actor that stops at each gate and goes on when told."""

    def __init__(self, name: str, actor: Actor) -> None:
        super().__init__(name=name, daemon=True)
        self.stops = 0
        self._actor = actor
        self._go, self._stopped = threading.Semaphore(0), threading.Semaphore(0)
        self._ended = False
        self.start()

    def move(self) -> bool:
        """Let it go on to its next gate or its end; whether it waits at a gate then."""
        self._go.release()
        if not self._stopped.acquire(timeout=_PATIENCE):
            raise TimeoutError(f"{self.name} hangs")
        return not self._ended

    def stop(self) -> None:
        self.stops += 1
        self._stopped.release()
        self._go.acquire()

    def run(self) -> None:
        self._go.acquire()
        try:
            self._actor()
        finally:
            self._ended = True
            self._stopped.release()


class Schedules:
    """All orders in which actors can take their turns, found out by running them.

        for choose in Schedules(): Actors(aws, choose).run(...)

    The number of turns depends on the order, so nobody knows the orders beforehand. Each run repeats the choices of
    the run before up to the last place where another choice is left, takes that, and from there the first ones.
    """

    def __init__(self) -> None:
        self._choices: list[tuple[int, int]] = []  # which, of how many

    def __iter__(self) -> Iterator[Callable[[Sequence[str]], str]]:
        while True:
            self._at = 0
            yield self._choose
            while self._choices and self._choices[-1][0] + 1 == self._choices[-1][1]:
                self._choices.pop()
            if not self._choices:
                return
            last, of = self._choices.pop()
            self._choices.append((last + 1, of))

    def _choose(self, names: Sequence[str]) -> str:
        if self._at == len(self._choices):
            self._choices.append((0, len(names)))
        chosen, of = self._choices[self._at]
        assert of == len(names), "the same choices led elsewhere: the run is not deterministic"
        self._at += 1
        return names[chosen]


def drawn(seed: int) -> Callable[[Sequence[str]], str]:
    """An order by the throw of a die, the same for the same seed."""
    return random.Random(seed).choice


def in_order(first: str) -> Callable[[Sequence[str]], str]:
    """These turns, a letter each; after them whoever comes first in the alphabet goes on to the end."""
    turns = iter(first)
    return lambda names: next(turns, min(names))


def no_crash(name: str, number: int) -> None:
    """Nothing happens."""


def crash_at_turn(turn: int) -> Crashing:
    """Whoever has that turn, counted from 1 over all: its process ends before its call."""
    turns = count(1)

    def crash(name: str, at: int) -> None:
        if next(turns) == turn:
            raise Crash(f"{name} before call {at}")

    return crash


def crash_at(actor: str, number: int) -> Crashing:
    """That actor's process ends before its call of that number."""

    def crash(name: str, at: int) -> None:
        if (name, at) == (actor, number):
            raise Crash(f"{name} before call {at}")

    return crash
