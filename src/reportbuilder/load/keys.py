"""The keys of a mapping that was found right, each with a value of the kind that is asked for."""

from reportbuilder.load.check import measure
from reportbuilder.load.values import Mapping, Scalar, Sequence, Value


class Keys(dict[str, Value]):
    """The entries of a mapping that `check` has found right, so that each value has the type that is asked for."""

    def __init__(self, value: Value) -> None:
        assert isinstance(value, Mapping)
        super().__init__((entry.key.text, entry.value) for entry in value.entries)
        self.spans = {entry.key.text: entry.key.span for entry in value.entries}
        self.span = value.span

    def inner(self, name: str) -> "Keys":
        return Keys(self[name])

    def scalar(self, name: str) -> Scalar:
        value = self[name]
        assert isinstance(value, Scalar)
        return value

    def items_of(self, name: str) -> tuple[Scalar, ...]:
        value = self.get(name)
        return tuple(item for item in value.items if isinstance(item, Scalar)) if isinstance(value, Sequence) else ()

    def text(self, name: str, default: str = "") -> str:
        return self.scalar(name).text if name in self else default

    def measure(self, name: str, default: float = 0.0) -> float:
        return measure(self.scalar(name).text) if name in self else default

    def yes(self, name: str) -> bool:
        return self.text(name) == "yes"
