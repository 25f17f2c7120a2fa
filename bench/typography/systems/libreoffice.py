"""LibreOffice Writer: justified and hyphenated (Dutch dictionary), from a flat ODF file."""

import os
import re
import shutil
import subprocess
from html import escape
from pathlib import Path

from page import FAMILY, FONT, HEIGHT, INDENT, LEADING, LINES, MARGIN, SIZE, TOP, Work

NAME = "LibreOffice"
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>%(fonts)s</dir><cachedir>%(cache)s</cachedir></fontconfig>
"""
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Text" svg:font-family="&apos;%(family)s&apos;"/></office:font-face-decls>
<office:styles><style:style style:name="Body" style:family="paragraph">
<style:paragraph-properties fo:text-align="justify" fo:line-height="%(leading)spt" fo:text-indent="%(indent)spt" fo:orphans="2" fo:widows="2" fo:margin="0pt"/>
<style:text-properties style:font-name="Text" fo:font-size="%(size)spt" fo:language="nl" fo:country="NL" fo:hyphenate="true" fo:hyphenation-remain-char-count="2"
 fo:hyphenation-push-char-count="3" style:letter-kerning="true"/></style:style>
<style:style style:name="Begin" style:family="paragraph" style:parent-style-name="Body"><style:paragraph-properties fo:text-indent="0pt"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties fo:page-width="%(page_width).4fpt" fo:page-height="%(height).4fpt"
 fo:margin-left="%(margin).4fpt" fo:margin-right="%(margin).4fpt" fo:margin-top="%(top)spt" fo:margin-bottom="%(bottom).4fpt"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text>
"""


def missing() -> str | None:
    if not shutil.which("soffice"):
        return "LibreOffice is not installed (apt: libreoffice-writer-nogui)"
    return None if any(Path("/usr/share/hyphen").glob("hyph_nl*.dic")) else "LibreOffice lacks the Dutch hyphenation (apt: hyphen-nl)"


def version() -> str:
    done = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True)
    return re.search(r"[\d.]+", done.stdout).group()  # type: ignore[union-attr]


def set_text(work: Work, pdf: Path, folder: Path) -> None:
    """Convert a flat ODF file with a profile of its own, in which only the project's fonts exist."""
    head = HEAD % {
        "family": FAMILY, "leading": LEADING, "indent": INDENT, "size": SIZE, "page_width": work.page_width, "height": HEIGHT, "margin": MARGIN,
        "top": TOP, "bottom": HEIGHT - TOP - LINES * LEADING - 1,
    }  # fmt: skip
    styles = ("Begin" if number < 2 else "Body" for number in range(len(work.paragraphs)))
    paragraphs = "\n".join(f'<text:p text:style-name="{style}">{escape(text)}</text:p>' for style, text in zip(styles, work.paragraphs, strict=True))
    source = folder / "text.fodt"
    source.write_text(head + paragraphs + "\n</office:text></office:body></office:document>\n", encoding="utf-8")
    (folder / "fonts.conf").write_text(FONTS % {"fonts": FONT.parent, "cache": folder.parent / "fontcache"}, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(source)]
    subprocess.run(command, env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}, check=True, capture_output=True)
    shutil.copy(folder / "text.pdf", pdf)
