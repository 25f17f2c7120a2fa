"""The sample on its way out, made once."""

from pathlib import Path

import pytest

from reportbuilder.handout import Job

from .round import job_of, report, sent


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report(tmp_path_factory.mktemp("round"))


@pytest.fixture(scope="session")
def job(root: Path) -> Job:
    return job_of(root)


@pytest.fixture(scope="session")
def file(job: Job) -> bytes:
    return sent(job)
