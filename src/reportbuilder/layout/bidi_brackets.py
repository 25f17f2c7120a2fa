"""Pairs of brackets (Unicode Character Database, BidiBrackets): opening and closing ones, and which belong together."""

_NEXT = (
    (0x28, 0x28), (0xF3A, 0xF3C), (0x169B, 0x169B), (0x2045, 0x2045), (0x207D, 0x207D), (0x208D, 0x208D), (0x2308, 0x230A), (0x2329, 0x2329),
    (0x2768, 0x2774), (0x27C5, 0x27C5), (0x27E6, 0x27EE), (0x2983, 0x298B), (0x2991, 0x2997), (0x29D8, 0x29DA), (0x29FC, 0x29FC),
    (0x2E22, 0x2E28), (0x2E55, 0x2E5B), (0x3008, 0x3010), (0x3014, 0x301A), (0xFE59, 0xFE5D), (0xFF08, 0xFF08), (0xFF5F, 0xFF5F), (0xFF62, 0xFF62),
)
"""From the first to the last opening bracket in steps of two; each closes with the next character."""
_PAIRS = [(chr(code), chr(code + 1)) for first, last in _NEXT for code in range(first, last + 1, 2)]
_PAIRS += ["[]", "{}", "\u298d\u2990", "\u298f\u298e", "\uff3b\uff3d", "\uff5b\uff5d"]

OPENING = {opening: "\u3008" if opening == "\u2329" else opening for opening, _ in _PAIRS}
"""What each opening bracket is: itself, or the one that it is canonically equivalent to."""
CLOSING = {closing: OPENING[opening] for opening, closing in _PAIRS}
"""Which opening bracket each closing one belongs to."""
