"""The OpenType features that a style may name (OpenType specification, registry of feature tags), and which of them fonts may lack unnoticed."""

_GENERAL = (
    "aalt afrc c2pc c2sc calt case ccmp clig cpsp cswh curs dist dlig dnom expt falt fina frac fwid half halt hist hkna hlig hngl hojo hwid "
    "init isol ital jalt jp04 jp78 jp83 jp90 kern lfbd liga ljmo lnum locl mark medi mgrk mkmk nalt nlck numr onum opbd ordn ornm palt pcap "
    "pkna pnum pwid qwid rand rclt rlig rtbd ruby salt sinf smcp smpl subs sups swsh titl tnam tnum trad twid unic zero"
)
FEATURES = frozenset(_GENERAL.split()) | {f"ss{number:02}" for number in range(1, 21)} | {f"cv{number:02}" for number in range(1, 100)}
"""All tags that are known; those that only scripts with syllables need are left out, as shaping sets them itself."""

ORDINARY = frozenset(("calt", "ccmp", "clig", "kern", "liga", "lnum", "locl", "mark", "mkmk", "pnum", "rlig", "tnum"))
"""What a font without the feature most often has as its plain forms, or has no use for."""
