"""Pictures as XObjects: samples as images, vector pictures as forms; each is embedded once however often it is shown.

Device spaces for the web too: the output intent says that RGB is sRGB, for pictures and inks alike, so a picture meets its ground unseen.
"""

from collections.abc import Mapping

from reportbuilder.assets.artwork import VectorPicture, is_transparent, paths
from reportbuilder.assets.form import Form, add_parts
from reportbuilder.assets.pictures import Job, Rendition
from reportbuilder.assets.vector_form import add_form, image_entries
from reportbuilder.pdf.drawn import colours
from reportbuilder.pdf.inks import Inks
from reportbuilder.pdf.profile import Profile
from reportbuilder.pdf.stubs import LEAST
from reportbuilder.pdf.writer import Writer


class Images:
    """The XObjects of one PDF. All are drawn into the unit square, as PDF has it for images. ``transparent`` are the names of those through which shows
    what is under them. ``spots``: spot colours that the PDF describes, by name.
    """

    def __init__(self, writer: Writer, renditions: Mapping[Job, Rendition], profile: Profile, inks: Inks, spaces: str = "", spots: dict[str, str] | None = None) -> None:
        self.transparent: set[str] = set()
        self._writer = writer
        self._renditions = renditions
        self._profile = profile
        self._inks = inks
        self._spaces = spaces
        self._spots = spots if spots is not None else {}
        self._by_job: dict[Job, tuple[str, str]] = {}
        self._added: dict[object, tuple[str, str]] = {}

    def resource(self, job: Job) -> tuple[str, str]:
        """The name of a picture's XObject in the resources of a page, and the reference to it."""
        if job not in self._by_job:
            rendition = self._renditions[job]
            if rendition.page is not None:
                self._by_job[job] = self._form(rendition.page.web if self._profile.device == "rgb" else rendition.page.print)
            elif rendition.vector is not None:
                self._by_job[job] = self._vector(rendition.vector, job)
            else:
                self._by_job[job] = self._samples(rendition)
        return self._by_job[job]

    def _samples(self, rendition: Rendition) -> tuple[str, str]:
        picture = rendition.web if self._profile.device == "rgb" else rendition.print
        if picture is None:
            raise ValueError("a rendition of a raster picture without samples for print")
        if picture not in self._added:
            # qpdf leaves what DCTDecode holds as it is, and writes offsets that can be moved only without object streams.
            large = picture.filter == "jpeg" and len(picture.data) >= LEAST and not self._profile.object_streams
            write = self._writer.large_stream if large else self._writer.stream
            self._added[picture] = self._name(), write(image_entries(picture), picture.data)
        return self._added[picture]

    def _vector(self, picture: VectorPicture, job: Job) -> tuple[str, str]:
        """How thick lines are on the page decides whether they overprint; without lines a drawing is the same at any size."""
        points = job.width / picture.width if any(path.stroke for path in paths(picture.items)) else 0.0
        found = self._added.get((picture, points))
        if found is None:
            form = add_form(picture, self._writer, colours(self._inks, self._profile.device, points), self._spaces)
            found = self._added[picture, points] = self._name(), form
            if is_transparent(picture.items):
                self.transparent.add(found[0])
        return found

    def _form(self, form: Form) -> tuple[str, str]:
        """A page of another PDF; jobs that differ have different forms."""
        made = self._name(), add_parts(form, self._writer, self._spots)
        self._added[made] = made
        if form.transparent:
            self.transparent.add(made[0])
        return made

    def _name(self) -> str:
        return f"X{len(self._added) + 1}"
