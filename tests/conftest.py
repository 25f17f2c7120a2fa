"""What all tests share: the foreign judges, the sample project, how hard properties are tried, and texts that are accepted by command."""

import gc
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import Phase, is_hypothesis_test, settings
from sample import make_sample

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.render import as_text
from reportbuilder.progress import Progress

ROOT = Path(__file__).resolve().parents[1]

os.environ["PYTHONPATH"] = str(ROOT / "src")
"""For the commands that tests start."""

OWN_PLACES = {
    "verapdf": ("REPORTBUILDER_VERAPDF", ROOT / ".judges/verapdf/verapdf"),
    "ooxml-validator": ("REPORTBUILDER_OOXML_VALIDATOR", ROOT / ".judges/node_modules/.bin/ooxml-validator"),
}
"""Judges that stand on no search path: the variable that names the program, and where `make judges` puts it."""

settings.register_profile("quick", max_examples=10, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate])
"""To make a failing example small can take minutes; the thorough profile does."""
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=200, phases=tuple(Phase))
settings.load_profile("quick")


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()
    if _asks_for_slow(config):
        settings.load_profile("thorough")


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end; to look through it again and again for garbage takes a second and more."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where slow tests are asked for (`make conform`), properties are among them: they are tried on more examples then."""
    if _asks_for_slow(config):
        for item in items:
            if is_hypothesis_test(getattr(item, "obj", None)):
                item.add_marker("slow")


def _asks_for_slow(config: pytest.Config) -> bool:
    marks = config.getoption("markexpr")
    return "slow" in marks and "not slow" not in marks


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="take what comes out now as the expected text of the cases")


@pytest.fixture(scope="session")
def judge() -> Callable[[str], str]:
    """``judge("qpdf")`` gives the path of that program; without it the test is skipped, or fails where REPORTBUILDER_JUDGES is ``required``."""

    def find(name: str) -> str:
        variable, place = OWN_PLACES.get(name, ("", Path(name)))
        found = shutil.which(os.environ.get(variable) or str(place))
        if found:
            return found
        reason = f"the judge {name} is not here (see .ci/run and `make judges`)"
        if os.environ.get("REPORTBUILDER_JUDGES") == "required":
            pytest.fail(reason)
        pytest.skip(reason)

    return find


@pytest.fixture
def accepted(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """``accepted(path, text)`` holds ``text`` against the file at ``path``; ``pytest --accept`` (`make accept`) writes the file instead."""

    def hold(path: Path, text: str) -> None:
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"there is no {path.name} yet; `make accept` writes it"
        assert text == path.read_text(encoding="utf-8")

    return hold


@pytest.fixture
def answering() -> Iterator[None]:
    """A test that waits for ever, for a pipe or a lock, fails instead."""

    def give_up(number: int, frame: FrameType | None) -> None:
        pytest.fail("no answer")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with its outputs in ``out`` and its pictures in the cache; not to be changed by a test."""
    from reportbuilder.build import Options, build

    root = make_sample(tmp_path_factory.mktemp("built") / "sample", rows=30)
    log = Log()
    outputs = build(Options(root), log, Progress())
    assert len(outputs) == 3 and not log.diagnostics, list(map(as_text, log.in_order()))
    return root


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A small project that uses everything a section may hold; the test may change it."""
    return make_sample(tmp_path / "sample", rows=4)
