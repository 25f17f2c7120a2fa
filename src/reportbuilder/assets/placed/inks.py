"""Named inks that are printed as themselves: their colour spaces, with what stands in for them in process inks."""

from reportbuilder.assets.form import escaped
from reportbuilder.assets.placed.devices import Device
from reportbuilder.assets.placed.page import Page, spot_token
from reportbuilder.assets.placed.shadings import sampled
from reportbuilder.assets.placed.spaces import Space


def kept_inks(used: Space, page: Page, device: Device) -> str:
    """The description of named inks; a spot colour has the same in the whole document."""
    assert used.base is not None and used.tint is not None
    if len(used.names) == 1 and used.spots:
        page.spaces.setdefault(used.names[0], f"[/Separation /{escaped(used.names[0])} {device.name} {sampled_tint(used, page, device)}]")
        return spot_token(used.names[0])
    if len(used.names) == 1:
        return f"[/Separation /{escaped(used.names[0])} {device.name} {sampled_tint(used, page, device)}]"
    names = " ".join(f"/{escaped(name)}" for name in used.names)
    alone = "".join(f"/{escaped(each.names[0])} {kept_inks(each, page, device)}" for each in used.colorants if len(each.names) == 1)
    described = f"<</Colorants<<{alone}>>>>" if alone else ""
    return f"[/DeviceN [{names}] {device.name} {sampled_tint(used, page, device)}{described}]"


def sampled_tint(used: Space, page: Page, device: Device) -> str:
    """What stands in for named inks, as samples in the colours of the device."""
    base, tint = used.base, used.tint
    assert base is not None and tint is not None
    grid = {1: 256, 2: 32, 3: 12, 4: 7}.get(used.count, 3 if used.count <= 8 else 2)
    return sampled(lambda values: tint(values), base, [(0.0, 1.0)] * used.count, [grid] * used.count, page, device)
