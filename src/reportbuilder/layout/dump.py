"""Pages as text, for tests and for eyes: one line an item."""

from collections.abc import Iterator

from reportbuilder.layout.page import Area, Fill, Image, Item, Layout, Page, Rule, Run, Shape


def dump(layout: Layout) -> str:
    """All pages: ``x y size ink node | text`` for runs, likewise for the other items; lengths rounded to tenths of a point."""
    return "\n".join(line for page in layout.pages for line in _page(page)) + "\n"


def page_text(page: Page) -> str:
    """The text of a page's content as it is to be read, in order, lines joined as they are read (soft hyphens gone)."""
    parts = [item.text for item in page.items if isinstance(item, Run) and item.node]
    return "".join(parts).replace("\u00ad", "")


def _page(page: Page) -> Iterator[str]:
    yield f"page {page.label} {page.kind}"
    for name, items in (("background", page.background), ("items", page.items), ("header", page.header), ("footer", page.footer)):
        for item in items:
            yield f"  {name[0]} {_item(item)}"


def _item(item: Item) -> str:
    match item:
        case Run():
            text = item.text.replace("\u00ad", "-")
            scale = f" scale {item.scale:.4f}" if item.scale != 1.0 else ""
            return f"run {item.x:.1f} {item.y:.1f} {item.face.key.family} {item.size:.1f} gap {item.gap:.2f}{scale} {item.ink} #{item.node} | {text}"
        case Rule():
            return f"rule {item.x:.1f} {item.y:.1f} {item.x2:.1f} {item.y2:.1f} {item.thickness:.2f} {item.ink}"
        case Fill():
            return f"fill {item.x:.1f} {item.y:.1f} {item.width:.1f} {item.height:.1f} {item.ink}"
        case Image():
            return f"image {item.x:.1f} {item.y:.1f} {item.width:.1f} {item.height:.1f} {item.job.file} #{item.node}{' disc' if item.disc else ''}"
        case Shape():
            path = " ".join(name + ",".join(f"{number:.1f}" for number in numbers) for name, *numbers in item.ops)
            inks = f"{item.fill or '-'} {item.stroke or '-'} {item.thickness:.2f}"
            return f"shape {item.x:.1f} {item.y:.1f} {path} {inks} #{item.node}"
        case Area():
            return f"area {item.x:.1f} {item.y:.1f} {item.width:.1f} {item.height:.1f} -> {item.target} #{item.node}"
