"""What the worker answers when things go wrong inside it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from reportbuilder.assets import worker
from reportbuilder.assets.wire import receive
from reportbuilder.diag.diagnostic import Family

FOGRA39 = Path(__file__).parents[3] / "assets/icc/FOGRA39L_TAC300.icc"
SETTINGS = {"print_ppi": 300, "web_ppi": 150, "web_quality": 80, "ink_limit": 300}
JOB = ["pictures/a.jpg", 36, 36, [0, 0, 1, 1], 220]


def answers(jobs: list, data: bytes) -> list[dict]:
    stream = BytesIO()
    worker.answer(stream, {"jobs": jobs, "settings": SETTINGS}, data, FOGRA39.read_bytes())
    stream.seek(0)
    return [receive(stream)[0] for _ in jobs]


def jpeg() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (200, 200), "teal").save(stream, "JPEG")
    return stream.getvalue()


def test_each_job_has_its_reply_and_one_decoding_serves_all(monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = []
    decode = worker.decode
    monkeypatch.setattr(worker, "decode", lambda *rest: decoded.append(rest[2:]) or decode(*rest))
    cropped, small = [*JOB[:3], [0, 0, 0.9, 0.9], 0], ["pictures/a.jpg", 20, 20, [0, 0, 1, 1], 0]
    replies = answers([JOB, cropped, small], jpeg())
    assert [reply["encoded"][1][:3] for reply in replies] == [["print", 150, 150], ["print", 150, 150], ["print", 83, 83]]
    assert [reply["encoded"][2][:3] for reply in replies if len(reply["encoded"]) > 2] == [["word", 110, 110]]
    assert decoded == [("pictures/a.jpg", 1), ("pictures/a.jpg", 2)]


def test_memory_that_runs_out_is_a_limit_and_the_next_job_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(worker, "decode", exhausted)
    for reply in answers([JOB, JOB], jpeg()):
        code, message, _, family = reply["fault"]
        assert (code, message, family) == ("picture-too-large", "the picture ‘pictures/a.jpg’ needs more memory than we allow", Family.LIMIT)


def test_a_fault_of_ours_comes_with_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "render", lambda *_: 1 / 0)
    (reply,) = answers([JOB], jpeg())
    assert "ZeroDivisionError" in reply["crash"]


def test_an_output_profile_that_only_looks_whole_is_a_fault() -> None:
    stream = BytesIO()
    worker.answer(stream, {"jobs": [JOB], "settings": SETTINGS}, jpeg(), FOGRA39.read_bytes()[:3000])
    stream.seek(0)
    assert receive(stream)[0]["fault"][0] == "profile-broken"
