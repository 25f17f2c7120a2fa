"""The addresses of links: which ones a report may point at, and how they are written in the outputs."""

import re
from urllib.parse import urlsplit

from markdown_it.common.normalize_url import normalizeLink

from reportbuilder.diag.diagnostic import Log
from reportbuilder.diag.span import Span
from reportbuilder.load.wording import shown

_UNFIT = re.compile(r"[\s\x00-\x20\x7f<>\\]")
_BARE_WEB = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.\w{2,}(?:[/?#]\S*)?")
_BARE_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+\.\w{2,}")
_LABEL = re.compile(r"[a-z0-9][a-z0-9-]*")


def checked_address(address: str, span: Span, log: Log) -> str:
    """The address in ASCII (percent-encoded, host in punycode), or an empty string after the error ``bad-link``.

    A link leads out by http, https or mailto only: anything else could run or read something on the reader's machine.
    """
    if _fit(address):
        return normalizeLink(address)
    log.error("bad-link", f"‘{shown(address)}’ is no address that a report can link to", span, _hint(address))
    return ""


def _fit(address: str) -> bool:
    if _UNFIT.search(address):
        return False
    try:
        parts = urlsplit(address)
        _ = parts.port  # read to have it checked
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return bool(parts.hostname)
    name, at, host = parts.path.partition("@")
    return parts.scheme == "mailto" and bool(name and at and host)


def _hint(address: str) -> str:
    if _UNFIT.search(address):
        return "an address has no spaces, no backslashes and no ‘<’ or ‘>’; write a space as %20"
    if _BARE_MAIL.fullmatch(address):
        return f"write ‘mailto:{address}’"
    if _BARE_WEB.fullmatch(address):
        return f"write ‘https://{address}’"
    if _LABEL.fullmatch(address):
        return f"for a place in this report write ‘#{address}’"
    return "an address begins with https://, http:// or mailto:, or with # for a place in this report"
