"""A night at work: which task comes when, and what becomes of its result."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from planner.calendar.demand import expand
from planner.districts import District, districts_of, joined, part_of
from planner.model.case import Case
from planner.model.plan import Round
from planner.night.night import NightPorts, NightWish, Proposal, UnitDone, Watch
from planner.night.task import Stage, Task, TaskResult
from planner.night.travel_text import travel_to_text
from planner.night.workers import Done
from planner.published.hold import NOTHING_HELD, Held, hold
from planner.usecases.prepare import instance_of, travel_of


@dataclass
class _Way:
    """How far one district has come: its tasks under way, and what its teams have got."""

    district: District
    case: Case
    tasks: int
    held: Held
    teams: list[tuple[Case, TaskResult]] = field(default_factory=list)
    ended: int = 0
    found: tuple[Case, TaskResult] | None = None


class NightRun:
    """Hands out the tasks of a night and takes in their results."""

    def __init__(
        self,
        case: Case,
        ports: NightPorts,
        wish: NightWish,
        watch: Watch,
        published: tuple[Round, ...] = (),
    ) -> None:
        """Plan ``case``, whose places have coordinates, around the ``published`` rounds."""
        self._published = published
        self.failed: dict[str, str] = {}
        self._case, self._ports, self._wish, self._watch = case, ports, wish, watch
        self._ways: dict[str, _Way] = {}
        self._known: list[Done] = []

    def proposals(self) -> Iterator[Proposal]:
        """Do everything; yield what was kept for each district when it is done."""
        for district in districts_of(self._case):
            self._begin(district)
        while self._ways:
            again = bool(self._known)
            done = self._known.pop() if again else self._ports.workers.wait()
            yield from self._end(done, again=again)

    def _begin(self, district: District) -> None:
        part = part_of(self._case, district.groups, district.id)
        held = self._held(part)
        case = part.model_copy(update={"pins": held.pins(part)})
        teams = district.teams if len(district.teams) > 1 else ()
        way = _Way(district, case, len(teams) + 1, held)
        for team in teams:
            own = part_of(case, team.groups, district.id, team.id)
            self._submit(self._task(own, Stage.TEAM, self._wish.team_moves), way)
        if not teams:
            moves = self._wish.team_moves + self._wish.district_moves
            self._submit(self._task(case, Stage.DISTRICT, moves), way)

    def _held(self, case: Case) -> Held:
        """Return what is frozen of the part ``case``."""
        if not self._published or self._wish.frozen_until is None:
            return NOTHING_HELD
        instance = instance_of(case, self._ports.travel)
        return hold(instance, self._published, self._wish.frozen_until)

    def _task(self, case: Case, stage: Stage, moves: int, start: tuple[Round, ...] = ()) -> Task:
        return Task(
            unit=case.id,
            stage=stage,
            case=case,
            travel=travel_to_text(travel_of(case, self._ports.travel)),
            seed=self._wish.seed,
            iterations=moves * len(expand(case).visits),
            start=start,
            code_version=self._wish.code_version,
        )

    def _submit(self, task: Task, way: _Way) -> None:
        """Have ``task`` done, unless its result is known already."""
        self._ways[task.digest] = way
        known = self._ports.results.result_of(task.digest)
        if known is None:
            self._ports.workers.submit(task)
        else:
            self._known.append(Done(task, known))

    def _end(self, done: Done, *, again: bool) -> Iterator[Proposal]:
        """Take in how a task ended; the last one of a district makes its proposals."""
        task, way = done.task, self._ways.pop(done.task.digest)
        if done.result is None:
            self.failed[task.unit] = done.error
        elif not again:
            self._ports.results.keep_result(task.unit, done.result, self._ports.clock.now())
        way.ended += 1
        share = way.ended / way.tasks
        self._watch(UnitDone(way.case.id, task.unit, task.stage, share, again, done.error))
        if task.stage is Stage.DISTRICT:
            if not self._freed(way, done):
                yield from self._kept(way)
        else:
            if done.result is not None:
                way.teams.append((task.case, done.result))
            if way.ended == way.tasks - 1:
                self._together(way)

    def _together(self, way: _Way) -> None:
        self._again(way, way.held.start(joined(result.plan for _, result in way.teams)))

    def _again(self, way: _Way, start: tuple[Round, ...]) -> None:
        moves = self._wish.district_moves
        self._submit(self._task(way.case, Stage.DISTRICT, moves, start), way)

    def _freed(self, way: _Way, done: Done) -> bool:
        """Tell whether frozen visits found no room: they are let go, and the district goes on."""
        if done.result is None:
            return False
        way.found = way.case, done.result
        held = way.held.without(row.visit for row in done.result.plan.unplaced)
        pins = held.pins(part_of(self._case, way.district.groups, way.district.id))
        if pins == way.case.pins:
            return False
        way.held, way.case = held, way.case.model_copy(update={"pins": pins})
        way.tasks += 1
        self._again(way, done.result.plan.rounds)
        return True

    def _kept(self, way: _Way) -> Iterator[Proposal]:
        """Keep the plan of the district; where it failed, those of its teams."""
        whole = [] if way.found is None else [way.found]
        for case, result in whole or sorted(way.teams, key=lambda row: row[0].id):
            now = self._ports.clock.now()
            new = self._ports.store.save(case, result.plan, result.figures, now, result.teams)
            yield Proposal(
                unit=case.id,
                case=case,
                plan=result.plan,
                figures=result.figures,
                hard=result.hard,
                new=new,
                held=way.held.of(case),
                clients=result.clients,
            )
