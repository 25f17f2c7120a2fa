"""Small sections set on small pages, compared with the text beside them. `make accept` writes what comes out; read it in the diff."""

from collections.abc import Callable
from pathlib import Path

import pytest
from case import CASES, case
from dumps import dumped


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_section_comes_out_as_it_should(path: Path, accepted: Callable[[Path, str], None]) -> None:
    accepted(path.with_suffix(".txt"), dumped(case(path)))
