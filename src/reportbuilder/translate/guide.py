"""The page that a translator gets beside the file."""

GUIDE = """\
FOR THE TRANSLATOR

The DOCX beside this page is a whole report. Please translate it in place and send the same file back. It is read by a program that puts every
paragraph back where it came from and builds the report anew, so you need not care about layout, page breaks or page numbers.

How to work
* Type over the text, in Word, LibreOffice, Google Docs, or in a translation tool (OmegaT, Trados, memoQ, Matecat, DeepL …). Save as DOCX (or ODT).
* Keep one paragraph for one paragraph: don't join two or divide one. If you must, do: the program notices, and a person will look at it.
* Footnotes are real footnotes: translate them, and keep each mark in the sentence where it belongs.
* Keep bold and italic words and links as they are; the words in them are yours to translate, the addresses are not.
* Figures, dates and amounts: write them as your language does (4.158 in Dutch is 4,158 in English). Write them as digits where the source has digits.
* Quotation marks: those of your language. Straight ones are set right where it is clear which belong together.
* Names of people, organisations and projects stay, unless the client gave you a list.
* Below each picture stands its description, for people who can't see it. Translate it too: what is to be seen, in one or two sentences.
* At the end stand texts that are shown elsewhere: short titles for page heads, key words, a description of the file. Short titles must stay short.
* Gray paragraphs are there to show what stands around a text. Leave them; what you change in them is not used.
* Paragraphs on a yellow ground are not translated yet. “Previous translation” shows how a text that has changed was translated before.

What helps
* Leave a comment where you doubt; the editor gets it with its place. Tracked changes are taken as accepted.
* Don't worry about hidden bookmarks; they let the program find its way. If your tool loses them, the texts are found by what they say.

Thank you. A good translation is read by many who would otherwise not be reached.
"""
