"""`load.describe`: the JSON Schema and the reference say what the tables say."""

import json
import re

from reportbuilder.load.block_table import BLOCK
from reportbuilder.load.describe import json_schema, sections_md
from reportbuilder.load.sheet_table import STYLE, TOKENS
from reportbuilder.load.tables import FIGURES, PART, REPORT


def test_the_json_schema_of_a_part_has_each_part_with_its_keys() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert [list(part["properties"])[0] for part in schema["oneOf"]] == [shape.key for shape in PART.shapes]
    (chapter,) = (part for part in schema["oneOf"] if "chapter" in part["properties"])
    assert chapter["required"] == ["chapter", "id", "body"]
    assert chapter["additionalProperties"] is False
    assert chapter["properties"]["body"]["items"] == {"$ref": "#/$defs/block"}
    assert chapter["properties"]["notes"]["propertyNames"] == {"pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}


def test_every_reference_in_the_json_schemas_leads_somewhere() -> None:
    for kind in (PART, REPORT, FIGURES, TOKENS):
        schema = json_schema(kind)
        names = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(schema)))
        assert names <= set(schema["$defs"])


def test_the_json_schema_lets_pass_what_an_editor_takes_for_a_number_or_a_truth_value() -> None:
    assert "number" in json_schema(REPORT)["properties"]["year"]["type"]
    assert json_schema(STYLE)["properties"]["italic"]["enum"] == ["yes", "no", True, False]


def test_the_json_schema_says_what_depends_on_what() -> None:
    assert json_schema()["oneOf"][-1]["properties"]["back-cover"]["dependentRequired"] == {"logo": ["logo_alt"]}


def test_the_reference_has_each_key_of_each_part_and_block_once() -> None:
    text = sections_md()
    for union, heading in ((PART, "### `{}`\n"), (BLOCK, "### `- {}`\n")):
        for shape in union.shapes:
            part = text.split(heading.format(shape.key))[1].split("\n### ")[0]
            assert shape.example in part
            for field in shape.fields:
                assert part.count(f"| `{field.name}` |") == 1


def test_the_reference_shows_keys_inside_by_their_path() -> None:
    text = sections_md()
    assert "| `figure.width` | `column` or `wide` or `bleed` or `spread` |  | How far it goes; `column` if left out. |" in text
    assert "| `table.columns[].title` | text with marks | yes | The title of the column. |" in text
    assert "| `entries[].credits` | `pictures` or `fonts` | this or `text` |" in text
    assert "| `back-cover.logo_alt` | text | with `logo` |" in text
    assert "| `euro` | `812318` | €\u00a0812.318 |" in text
