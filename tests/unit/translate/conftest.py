"""The sample on its way out, made once."""

from pathlib import Path

import pytest

from reportbuilder.handout import Task

from .round import job_of, report, sent


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(tmp_path_factory.mktemp("round"))


@pytest.fixture(scope="session")
def task(root: Path) -> Task:
    return job_of(root)


@pytest.fixture(scope="session")
def file(task: Task) -> bytes:
    return sent(task)
